import { backend as currentBackend } from '@tensorflow/tfjs-core';
import { relaxedSimd, simd } from 'wasm-feature-detect';
import { absoluteUrl } from './absoluteUrl';
import relaxedUrl from './generated/kernels.relaxed-simd.wasm?url';
import simdUrl from './generated/kernels.simd.wasm?url';
import type { KernelExports } from './kernelExports';
import { PackedFilters } from './packedFilters';
import { ScratchMemory } from './scratchMemory';
import type { WasmMemory } from './wasmMemory';

export type KernelVariant = 'relaxed-simd' | 'simd';

const urls: Record<KernelVariant, string> = { 'relaxed-simd': relaxedUrl, simd: simdUrl };

/** VGG16 up to conv5_2, forward and backward, stays below. */
const packedFiltersLimit = 400 * 1024 * 1024;

/** Our own kernels, at work in the memory of one WASM backend. */
export interface FoveaKernels {
  readonly variant: KernelVariant;
  readonly backend: WasmMemory;
  readonly exports: KernelExports;
  readonly scratch: ScratchMemory;
  readonly filters: PackedFilters;
}

/** What belongs to a backend, whichever variant works in it. */
const stores = new WeakMap<WasmMemory, Pick<FoveaKernels, 'scratch' | 'filters'>>();

/** The variants that this browser runs, the fastest first. */
export async function chooseVariants(): Promise<readonly KernelVariant[]> {
  if (!(await simd())) return [];
  return (await relaxedSimd()) ? ['relaxed-simd', 'simd'] : ['simd'];
}

/**
 * Loads our kernels into the memory of TensorFlow.js's WASM backend, which has to be the current one.
 * @returns null where the memory cannot be reached or is shared between threads: TensorFlow.js's kernels serve then
 */
export async function loadFoveaKernels(variant: KernelVariant): Promise<FoveaKernels | null> {
  const backend = currentBackend() as unknown as WasmMemory;
  const memory = backend.wasm.asm?.memory;
  if (!(memory?.buffer instanceof ArrayBuffer)) return null;
  const binary = await (await fetch(absoluteUrl(urls[variant]))).arrayBuffer();
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
  let store = stores.get(backend);
  if (store === undefined) {
    store = { scratch: new ScratchMemory(backend), filters: new PackedFilters(backend, packedFiltersLimit) };
    stores.set(backend, store);
  }
  return { variant, backend, exports: instance.exports as unknown as KernelExports, ...store };
}
