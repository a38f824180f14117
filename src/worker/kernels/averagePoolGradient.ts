import { backend_util, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import type { PoolArguments } from './poolArguments';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'AveragePoolGradient';

/** Whether `averagePoolGradientOnWasm` can be had here: WebAssembly with SIMD. */
export const canSpreadAverage = (): boolean => hasWasmKernel(name);

/** See `averagePoolGradient`; the input's values do not matter, only its shape. */
export const averagePoolGradientOnWasm = (gradient: Tensor, input: Tensor, pool: PoolArguments): Tensor =>
  runWasmKernel(name, { gradient, input }, pool);

type Call = WasmKernelArguments<{ gradient: TensorInfo; input: TensorInfo }, PoolArguments>;

function vectorised({ exports, backend }: FoveaKernels, { inputs, attrs }: Call): TensorInfo {
  const shape = inputs.input.shape as [number, number, number, number];
  const { size, strides, padding } = attrs;
  const pool = backend_util.computePool2DInfo(shape, [...size], [...strides], 1, padding);
  const output = backend.makeOutput(shape, 'float32');
  exports.averagePoolGradient(
    addressOf(backend, inputs.gradient),
    addressOf(backend, output),
    pool.batchSize,
    pool.inHeight,
    pool.inWidth,
    pool.inChannels,
    pool.outHeight,
    pool.outWidth,
    pool.filterHeight,
    pool.filterWidth,
    pool.strideHeight,
    pool.strideWidth,
    pool.padInfo.top,
    pool.padInfo.left,
  );
  return output;
}

export const registerAveragePoolGradient = (kernels: FoveaKernels | null): void =>
  offerWasmKernel(name, kernels, vectorised);
