import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'Blur';

interface Attributes {
  readonly taps: readonly number[];
}

/** Whether `blur` can be had here: WebAssembly with SIMD. */
export const canBlur = (): boolean => hasWasmKernel(name);

/**
 * One line of taps, an odd number of them, down and then across a picture [1, height, width, channels] that goes on as
 * its own mirror image beyond the edges. There have to be more rows and columns than taps on one side.
 */
export const blur = (x: Tensor, taps: readonly number[]): Tensor =>
  runWasmKernel(name, { x }, { taps } satisfies Attributes);

type Call = WasmKernelArguments<{ x: TensorInfo }, Attributes>;

function vectorised({ exports, backend, scratch }: FoveaKernels, { inputs: { x }, attrs: { taps } }: Call): TensorInfo {
  const [, height = 1, width = 1, channels = 1] = x.shape;
  const radius = (taps.length - 1) / 2;
  const output = backend.makeOutput(x.shape, 'float32');
  const row = exports.blurScratchBytes(width, channels, radius);
  const working = scratch.reserve(row + taps.length * Float32Array.BYTES_PER_ELEMENT);
  const line = working + row;
  new Float32Array(backend.typedArrayFromHeap(output).buffer, line, taps.length).set(taps);
  exports.blur(addressOf(backend, x), line, addressOf(backend, output), working, height, width, channels, radius);
  return output;
}

export const registerBlur = (kernels: FoveaKernels | null): void => offerWasmKernel(name, kernels, vectorised);
