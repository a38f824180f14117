import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import { hasWasmKernel, registerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'MovePixels';

interface Attributes {
  /** Pixels that each pixel of the result is made of. */
  readonly taps: number;
  /** [pixels, taps]. */
  readonly indices: Int32Array;
  /** [pixels, taps]; null when all are 1. */
  readonly weights: Float32Array | null;
  /** The transposed map: what the pixel was made of gets its share back. */
  readonly back: boolean;
}

/** Whether `movePixels` can be had here: on WebAssembly, with SIMD or without. */
export const canMovePixels = (): boolean => hasWasmKernel(name);

/**
 * out[i] = Σ_k weights[i, k] × x[indices[i, k]] for the pixels of a picture [1, height, width, channels], or the
 * transpose of that. Nothing but the result is allocated: with TensorFlow.js's gather, the transpose of a random map
 * takes memory by the pixel that is used most often, and so another peak at every step.
 */
export const movePixels = (x: Tensor, attributes: Attributes): Tensor => runWasmKernel(name, { x }, attributes);

function move({ inputs: { x }, attrs, backend }: WasmKernelArguments<{ x: TensorInfo }, Attributes>): TensorInfo {
  const channels = x.shape.at(-1) ?? 1;
  const output = backend.makeOutput(x.shape, 'float32');
  const result = backend.typedArrayFromHeap(output).fill(0);
  const values = backend.typedArrayFromHeap(x);
  const { taps, indices, weights, back } = attrs;
  for (let slot = 0; slot < indices.length; slot++) {
    const [here, there] = [Math.floor(slot / taps) * channels, (indices[slot] as number) * channels];
    const [from, to] = back ? [here, there] : [there, here];
    const weight = weights?.[slot] ?? 1;
    for (let c = 0; c < channels; c++)
      result[to + c] = (result[to + c] as number) + weight * (values[from + c] as number);
  }
  return output;
}

export const registerMovePixels = (): void => registerWasmKernel(name, move);
