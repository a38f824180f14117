import { add, mul, type Tensor, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'ScaleAndAdd';

interface Attributes {
  readonly factor: number;
}

/** x × factor + addend, for two tensors of one shape. */
export const scaleAndAdd = (x: Tensor, factor: number, addend: Tensor): Tensor =>
  hasWasmKernel(name)
    ? runWasmKernel(name, { x, addend }, { factor } satisfies Attributes)
    : add(mul(x, factor), addend);

type Call = WasmKernelArguments<{ x: TensorInfo; addend: TensorInfo }, Attributes>;

function vectorised({ exports, backend }: FoveaKernels, { inputs: { x, addend }, attrs }: Call): TensorInfo {
  const y = backend.makeOutput(x.shape, 'float32');
  const count = util.sizeFromShape(x.shape);
  exports.scaleAndAdd(addressOf(backend, x), addressOf(backend, addend), addressOf(backend, y), count, attrs.factor);
  return y;
}

export const registerScaleAndAdd = (kernels: FoveaKernels | null): void => offerWasmKernel(name, kernels, vectorised);
