import type { Tensor } from '@tensorflow/tfjs-core';

/** The tensor's values in an array of their own: row-major, free to be changed or handed over. */
export async function readValues(tensor: Tensor): Promise<Float32Array<ArrayBuffer>> {
  return new Float32Array(await tensor.data());
}
