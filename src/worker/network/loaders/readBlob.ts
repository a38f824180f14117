import { FoveaError } from '../../../shared/errors';

/**
 * The bytes of a part of a file.
 * @throws FoveaError when the file is gone; the signal's reason when aborted
 */
export async function readBlob(signal: AbortSignal, blob: Blob, start: number, end: number): Promise<ArrayBuffer> {
  signal.throwIfAborted();
  const bytes = await blob
    .slice(start, end)
    .arrayBuffer()
    .catch((cause: unknown) => {
      throw new FoveaError(
        'The network’s weights can no longer be read.',
        'Its files were removed or changed, in another tab or by the browser: add the network again.',
        { cause },
      );
    });
  signal.throwIfAborted();
  return bytes;
}
