import { backend, type Tensor } from '@tensorflow/tfjs-core';
import { onWasm, type WasmMemory } from './wasmMemory';

/** Whether all values are 0, where that is cheap to ask; null on a GPU, which would have to be waited for. */
export function isAllZero(x: Tensor): boolean | null {
  if (!onWasm()) return null;
  // A view; `dataSync` would copy all values to look at the first few.
  const values = (backend() as unknown as WasmMemory).typedArrayFromHeap(x);
  return values.every((value) => value === 0);
}
