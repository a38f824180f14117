import { FoveaError } from '../../shared/errors';

/** Bytes that are held in memory at once before the browser takes them over, to its disk if they are many. */
const portion = 16 * 2 ** 20;

/**
 * A file of the page's own server.
 * @param onBytes hears how many bytes have come so far
 * @throws FoveaError when it does not come whole; the signal's reason when aborted
 */
export async function fetchFile(
  signal: AbortSignal,
  url: URL,
  expected: { readonly name: string; readonly bytes: number },
  onBytes: (bytes: number) => void,
): Promise<File> {
  const { name } = expected;
  const remedy = 'Run `npm run network` again, and reload the page.';
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  let bytes = 0;
  const flush = () => {
    parts.push(new Blob(chunks));
    chunks = [];
    held = 0;
  };
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new FoveaError(`The server has no ${name} (${response.status}).`, remedy);
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      held += chunk.length;
      bytes += chunk.length;
      if (held >= portion) flush();
      onBytes(bytes);
    }
    flush();
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof FoveaError) throw cause;
    throw new FoveaError(`The connection broke while ${name} was read.`, 'Try again.', { cause });
  }
  if (bytes !== expected.bytes)
    throw new FoveaError(`${name} has ${bytes} bytes and should have ${expected.bytes}.`, remedy);
  return new File(parts, name);
}
