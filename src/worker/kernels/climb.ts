import { type Tensor, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'Climb';

export interface ClimbOptions {
  /** `l2`: the gradient's L2 norm, at least `epsilon`; `rms`: its root mean square plus `epsilon`. */
  readonly norm: 'l2' | 'rms';
  readonly epsilon: number;
  readonly rate: number;
}

/** Whether `climb` can be had here: WebAssembly with SIMD. */
export const canClimb = (): boolean => hasWasmKernel(name);

/**
 * x + gradient / norm × rate, of the shape of both: two passes where TensorFlow.js takes seven and makes nine tensors.
 */
export const climb = (x: Tensor, gradient: Tensor, options: ClimbOptions): Tensor =>
  runWasmKernel(name, { x, gradient }, options);

type Call = WasmKernelArguments<{ x: TensorInfo; gradient: TensorInfo }, ClimbOptions>;

function vectorised({ exports, backend }: FoveaKernels, { inputs: { x, gradient }, attrs }: Call): TensorInfo {
  const y = backend.makeOutput(x.shape, 'float32');
  const [from, along, to] = [addressOf(backend, x), addressOf(backend, gradient), addressOf(backend, y)];
  exports.climb(from, along, to, util.sizeFromShape(x.shape), attrs.norm === 'rms', attrs.epsilon, attrs.rate);
  return y;
}

export const registerClimb = (kernels: FoveaKernels | null): void => offerWasmKernel(name, kernels, vectorised);
