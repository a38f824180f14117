import { allocate, type WasmMemory } from './wasmMemory';

/** A cache line; vectors that straddle two are slower. */
const lineBytes = 64;

/**
 * Bytes that are kept for calls that need less. Kernels work block by block: only a padded picture's gradient can need
 * more.
 */
const mostKept = 64 * 1024 * 1024;

/**
 * Working memory for one kernel call at a time: kept for the next call, replaced when a call needs more. What is larger
 * than `mostKept` is let go of at the next call that needs no more than that.
 */
export class ScratchMemory {
  #address = 0;
  #bytes = 0;

  constructor(private readonly backend: WasmMemory) {}

  /** An address with this many bytes behind it. Whatever an earlier call returned is no longer valid. */
  reserve(bytes: number): number {
    const tooMuch = this.#bytes > mostKept && bytes <= mostKept;
    if (bytes > this.#bytes || tooMuch) {
      if (this.#bytes > 0) this.backend.wasm._free(this.#address);
      this.#bytes = 0;
      this.#address = allocate(this.backend, bytes + lineBytes);
      this.#bytes = bytes;
    }
    return Math.ceil(this.#address / lineBytes) * lineBytes;
  }
}
