/** What a file is, told by its first bytes; its name says nothing. */
export type FileKind = 'hdf5' | 'zip' | 'npy' | 'json' | 'text' | 'binary';

const hdf5Magic = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const zipMagic = [0x50, 0x4b, 0x03, 0x04];
/** The end record of a zip without entries. */
const emptyZipMagic = [0x50, 0x4b, 0x05, 0x06];
const npyMagic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** Bytes that tell text from something else. */
const headBytes = 4096;

/** @throws the signal's reason when aborted */
export async function fileKind(signal: AbortSignal, file: Blob): Promise<FileKind> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  signal.throwIfAborted();
  const begins = (magic: readonly number[]) => magic.every((byte, i) => head[i] === byte);
  if (begins(hdf5Magic)) return 'hdf5';
  if (begins(zipMagic) || begins(emptyZipMagic)) return 'zip';
  if (begins(npyMagic)) return 'npy';
  const text = textOf(head, file.size > head.length);
  if (text === null) return 'binary';
  return /^\s*[[{]/.test(text) ? 'json' : 'text';
}

/** Null where the bytes are no text: not UTF-8, or with control characters that no text has. */
function textOf(head: Uint8Array, cut: boolean): string | null {
  try {
    // A cut may fall in the middle of a character: `stream` keeps its beginning back.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: cut });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return text.length === 0 || /[\x00-\x08\x0e-\x1f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
