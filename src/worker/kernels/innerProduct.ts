import { mul, sum, type Tensor, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'InnerProduct';

/** Σ a·b of two tensors of one shape, as a scalar tensor. */
export const innerProduct = (a: Tensor, b: Tensor): Tensor =>
  hasWasmKernel(name) ? runWasmKernel(name, { a, b }, {}) : sum(mul(a, b));

type Call = WasmKernelArguments<{ a: TensorInfo; b: TensorInfo }, unknown>;

function vectorised({ exports, backend }: FoveaKernels, { inputs: { a, b } }: Call): TensorInfo {
  const result = backend.makeOutput([], 'float32');
  const count = util.sizeFromShape(a.shape);
  exports.innerProduct(addressOf(backend, a), addressOf(backend, b), addressOf(backend, result), count);
  return result;
}

export const registerInnerProduct = (kernels: FoveaKernels | null): void => offerWasmKernel(name, kernels, vectorised);
