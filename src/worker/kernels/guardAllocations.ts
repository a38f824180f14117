import { backend as currentBackend, type DataId, type DataType, util } from '@tensorflow/tfjs-core';
import type { WasmMemory } from './wasmMemory';

/**
 * How the WASM backend takes values in: uploads and the outputs of all kernels, TensorFlow.js's and ours, come through
 * here.
 */
interface TakesValues extends WasmMemory {
  move(dataId: DataId, values: ArrayBufferView | null, shape: number[], dtype: DataType, refCount: number): void;
  readonly wasm: WasmMemory['wasm'] & { readonly HEAPU8: Uint8Array };
}

/** Backends that are guarded already. */
const guarded = new WeakSet<WasmMemory>();

/**
 * Makes the current WASM backend say when its memory is full. TensorFlow.js does not look at what its allocation
 * answers: an upload or a kernel would go on at address 0, over its own stack and constants.
 * @throws from then on, wherever a tensor is made for which there is no room, an Error that `isOutOfMemory` recognises
 */
export function guardAllocations(): void {
  const backend = currentBackend() as unknown as TakesValues;
  if (guarded.has(backend)) return;
  guarded.add(backend);
  const { move } = backend;
  backend.move = (dataId, values, shape, dtype, refCount) => {
    if (dtype === 'string') {
      move.call(backend, dataId, values, shape, dtype, refCount);
      return;
    }
    // Without its values, which would be copied before there is a chance to look.
    move.call(backend, dataId, null, shape, dtype, refCount);
    const bytes = util.sizeFromShape(shape) * util.bytesPerElement(dtype);
    const { memoryOffset } = backend.dataIdMap.get(dataId);
    if (memoryOffset === 0 && bytes > 0) {
      backend.disposeData(dataId, true);
      throw new Error(`Out of memory: could not allocate ${bytes} bytes.`);
    }
    if (values === null || values === undefined) return;
    backend.wasm.HEAPU8.set(new Uint8Array(values.buffer, values.byteOffset, bytes), memoryOffset);
  };
}
