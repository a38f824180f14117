import { allocate, type WasmMemory } from './wasmMemory';

/** A cache line; vectors that straddle two are slower. */
const lineBytes = 64;

/** Working memory for one kernel call at a time: kept for the next call, replaced when a call needs more. */
export class ScratchMemory {
  #address = 0;
  #bytes = 0;

  constructor(private readonly backend: WasmMemory) {}

  /** An address with this many bytes behind it. Whatever an earlier call returned is no longer valid. */
  reserve(bytes: number): number {
    if (bytes > this.#bytes) {
      if (this.#bytes > 0) this.backend.wasm._free(this.#address);
      this.#bytes = 0;
      this.#address = allocate(this.backend, bytes + lineBytes);
      this.#bytes = bytes;
    }
    return Math.ceil(this.#address / lineBytes) * lineBytes;
  }
}
