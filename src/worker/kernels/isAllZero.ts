import type { Tensor } from '@tensorflow/tfjs-core';
import { onWasm } from './wasmMemory';

/** Whether all values are 0, where that is cheap to ask; null on a GPU, which would have to be waited for. */
export function isAllZero(x: Tensor): boolean | null {
  return onWasm() ? x.dataSync().every((value) => value === 0) : null;
}
