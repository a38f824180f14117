import type { DataId } from '@tensorflow/tfjs-core';
import { allocate, type WasmMemory } from './wasmMemory';

interface Packed {
  readonly layout: string;
  readonly address: number;
  readonly bytes: number;
}

/**
 * Filters in the layout that a kernel wants, made once for each filter tensor and freed with it. When there are more than
 * `limit` bytes of them, those not used for the longest time go first: they can be made again.
 */
export class PackedFilters {
  /** In the order of their last use. */
  readonly #entries = new Map<DataId, Packed>();
  #bytes = 0;

  constructor(
    private readonly backend: WasmMemory,
    private readonly limit: number,
  ) {
    const disposeData = backend.disposeData;
    backend.disposeData = (dataId, force) => {
      const gone = disposeData.call(backend, dataId, force);
      if (gone) this.#release(dataId);
      return gone;
    };
  }

  /** Bytes held now. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Address of the packed filters.
   * @param layout kernel and shape: one tensor's values may be seen in several shapes
   * @param pack writes them to an address with `bytes` behind it
   */
  address(dataId: DataId, layout: string, bytes: number, pack: (address: number) => void): number {
    const found = this.#entries.get(dataId);
    if (found?.layout === layout) {
      this.#entries.delete(dataId);
      this.#entries.set(dataId, found);
      return found.address;
    }
    this.#release(dataId);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes + bytes <= this.limit) break;
      this.#release(oldest);
    }
    const address = allocate(this.backend, bytes);
    this.#entries.set(dataId, { layout, address, bytes });
    this.#bytes += bytes;
    pack(address);
    return address;
  }

  #release(dataId: DataId): void {
    const found = this.#entries.get(dataId);
    if (found === undefined) return;
    this.#entries.delete(dataId);
    this.#bytes -= found.bytes;
    this.backend.wasm._free(found.address);
  }
}
