import type { DataId } from '@tensorflow/tfjs-core';
import { allocate, type WasmMemory } from './wasmMemory';

interface Packed {
  readonly dataId: DataId;
  readonly layout: string;
  readonly address: number;
  readonly bytes: number;
}

/**
 * Filters in the layout that a kernel wants, made once for each filter tensor and freed with it. When there are more
 * than `limit` bytes of them, those not used for the longest time go first: they can be made again.
 */
export class PackedFilters {
  /** By layout: the size of the picture decides which kernel serves, so that one filter may be wanted in several. */
  readonly #entries = new Map<DataId, Map<string, Packed>>();
  /** All of them, in the order of their last use. */
  readonly #used = new Set<Packed>();
  #bytes = 0;

  constructor(
    private readonly backend: WasmMemory,
    private readonly limit: number,
  ) {
    const disposeData = backend.disposeData;
    backend.disposeData = (dataId, force) => {
      const gone = disposeData.call(backend, dataId, force);
      if (gone) for (const packed of this.#entries.get(dataId)?.values() ?? []) this.#release(packed);
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
    const found = this.#entries.get(dataId)?.get(layout);
    if (found !== undefined) {
      this.#used.delete(found);
      this.#used.add(found);
      return found.address;
    }
    for (const oldest of this.#used) {
      if (this.#bytes + bytes <= this.limit) break;
      this.#release(oldest);
    }
    const packed = { dataId, layout, address: allocate(this.backend, bytes), bytes };
    const layouts = this.#entries.get(dataId) ?? new Map<string, Packed>();
    this.#entries.set(dataId, layouts.set(layout, packed));
    this.#used.add(packed);
    this.#bytes += bytes;
    pack(packed.address);
    return packed.address;
  }

  #release(packed: Packed): void {
    const { dataId, layout, address, bytes } = packed;
    const layouts = this.#entries.get(dataId);
    layouts?.delete(layout);
    if (layouts?.size === 0) this.#entries.delete(dataId);
    this.#used.delete(packed);
    this.#bytes -= bytes;
    this.backend.wasm._free(address);
  }
}
