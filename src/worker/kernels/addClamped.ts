import { type Tensor, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'AddClamped';

interface Attributes {
  readonly low: number;
  readonly high: number;
}

/** Whether `addClamped` can be had here: WebAssembly with SIMD. */
export const canAddClamped = (): boolean => hasWasmKernel(name);

/** max(low, min(high, a + b)) for two tensors of one shape: a residual's sum and its ReLU. */
export const addClamped = (a: Tensor, b: Tensor, [low, high]: readonly [number, number]): Tensor =>
  runWasmKernel(name, { a, b }, { low, high } satisfies Attributes);

type Call = WasmKernelArguments<{ a: TensorInfo; b: TensorInfo }, Attributes>;

function vectorised({ exports, backend }: FoveaKernels, { inputs: { a, b }, attrs: { low, high } }: Call): TensorInfo {
  const y = backend.makeOutput(a.shape, 'float32');
  const count = util.sizeFromShape(a.shape);
  exports.addClamped(addressOf(backend, a), addressOf(backend, b), addressOf(backend, y), count, low, high);
  return y;
}

export const registerAddClamped = (kernels: FoveaKernels | null): void => offerWasmKernel(name, kernels, vectorised);
