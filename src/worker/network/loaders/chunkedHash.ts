import { hashOf, joinBytes } from './readFiles';

/** Bytes that are hashed at a time. Networks that come along are smaller: theirs is a plain SHA-256. */
const chunkBytes = 16 * 2 ** 20;

/**
 * SHA-256 of bytes that are never in memory together: browsers hash whole buffers only. Up to 16 MiB it is the SHA-256
 * of the bytes; beyond, that of the hexadecimal SHA-256s of each 16 MiB, one after the other.
 */
export class ChunkedHash {
  readonly #digests: string[] = [];
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  /** The bytes are kept until their chunk is full: they must not be changed. */
  async update(bytes: ArrayBuffer): Promise<void> {
    let rest = new Uint8Array(bytes);
    while (rest.length > 0) {
      // Only once more follows: a single chunk is hashed as it is.
      if (this.#size === chunkBytes) await this.#flush();
      const part = rest.subarray(0, chunkBytes - this.#size);
      this.#parts.push(part);
      this.#size += part.length;
      rest = rest.subarray(part.length);
    }
  }

  /** Hexadecimal. */
  async digest(): Promise<string> {
    if (this.#digests.length === 0) return hashOf([joinBytes(this.#parts)]);
    await this.#flush();
    return hashOf([new TextEncoder().encode(this.#digests.join('')).buffer]);
  }

  async #flush(): Promise<void> {
    this.#digests.push(await hashOf([joinBytes(this.#parts)]));
    this.#parts = [];
    this.#size = 0;
  }
}
