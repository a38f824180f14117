import { FoveaError } from '../../../shared/errors';

/**
 * The lines of a UTF-8 file, one after the other, so that neither the whole file nor one long task is needed.
 * @throws FoveaError when a line has more than `longest` characters or the bytes are no UTF-8 or cannot be read; the
 *   signal's reason
 */
export async function* readLines(signal: AbortSignal, file: Blob, longest: number, remedy: string) {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(unreadable);
      signal.throwIfAborted();
      const lines = (rest + decode(decoder, value, remedy)).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longest || lines.some(({ length }) => length > longest))
        throw new FoveaError('The file has a line that is too long for a gallery.', remedy);
      yield* lines;
      if (done) break;
    }
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Without a value: what the decoder still holds. */
function decode(decoder: TextDecoder, value: Uint8Array<ArrayBuffer> | undefined, remedy: string): string {
  try {
    return value === undefined ? decoder.decode() : decoder.decode(value, { stream: true });
  } catch (cause) {
    throw new FoveaError('The file is no text.', remedy, { cause });
  }
}

function unreadable(cause: unknown): never {
  throw new FoveaError('The file cannot be read.', 'Choose it again; it may have been moved or changed.', { cause });
}
