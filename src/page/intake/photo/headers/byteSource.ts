import { BrokenFile } from './brokenFile';

/** Bytes read from the file at a time. */
const windowBytes = 256 * 1024;

/**
 * A file read in windows, from wherever a parser wants to look. Whoever asks for bytes beyond its end gets
 * `BrokenFile`.
 */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes (at most 64 KB). */
  view(offset: number, length: number): Promise<DataView<ArrayBuffer>>;
  /** From `offset` to the end of the window: at least `least` bytes, for those who search. */
  window(offset: number, least: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Parsers await each window, so that a large file never blocks the thread for longer than one of them takes. */
export function createByteSource(signal: AbortSignal, file: Blob): ByteSource {
  let start = 0;
  let bytes = new Uint8Array(0);
  const window = async (offset: number, least: number) => {
    if (offset < 0 || offset + least > file.size) throw new BrokenFile('truncated');
    if (offset < start || offset + least > start + bytes.length) {
      signal.throwIfAborted();
      const buffer = await file.slice(offset, Math.min(file.size, offset + windowBytes)).arrayBuffer();
      signal.throwIfAborted();
      start = offset;
      bytes = new Uint8Array(buffer);
      if (bytes.length < least) throw new BrokenFile('truncated');
    }
    return bytes.subarray(offset - start);
  };
  return {
    size: file.size,
    window,
    async view(offset, length) {
      const found = await window(offset, length);
      return new DataView(found.buffer, found.byteOffset, length);
    },
  };
}

/** Four ASCII letters: the name of a chunk or a box. */
export function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i)));
}
