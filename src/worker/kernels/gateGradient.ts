import { add, cast, greater, less, logicalAnd, mul, type Tensor, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, onWasm, registerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'GateGradient';

interface Attributes {
  readonly ceiling: number;
}

/**
 * The gradient where 0 < y < ceiling, 0 elsewhere: the backward pass of ReLU (ceiling ∞) and ReLU6, from the output y.
 * @param addend a second share of the gradient: where a residual's paths meet, their sum and the gate are one pass
 */
export function gateGradient(gradient: Tensor, y: Tensor, ceiling: number, addend?: Tensor): Tensor {
  const inputs = addend ? { gradient, y, addend } : { gradient, y };
  if (onWasm()) return runWasmKernel(name, inputs, { ceiling } satisfies Attributes);
  const open = greater(y, 0);
  return mul(
    addend ? add(gradient, addend) : gradient,
    cast(Number.isFinite(ceiling) ? logicalAnd(open, less(y, ceiling)) : open, 'float32'),
  );
}

type Call = WasmKernelArguments<{ gradient: TensorInfo; y: TensorInfo; addend?: TensorInfo }, Attributes>;

function vectorised({ exports, backend }: FoveaKernels, { inputs, attrs }: Call): TensorInfo {
  const output = backend.makeOutput(inputs.y.shape, 'float32');
  exports.gateGradient(
    addressOf(backend, inputs.gradient),
    inputs.addend ? addressOf(backend, inputs.addend) : 0,
    addressOf(backend, inputs.y),
    addressOf(backend, output),
    util.sizeFromShape(output.shape),
    attrs.ceiling,
  );
  return output;
}

/** For browsers without SIMD. One pass over the memory instead of two, and one call instead of two to four. */
function inJavaScript({ inputs, attrs, backend }: Call): TensorInfo {
  const output = backend.makeOutput(inputs.y.shape, 'float32');
  const gradient = backend.typedArrayFromHeap(inputs.gradient);
  const addend = inputs.addend && backend.typedArrayFromHeap(inputs.addend);
  const y = backend.typedArrayFromHeap(inputs.y);
  const result = backend.typedArrayFromHeap(output);
  const { ceiling } = attrs;
  for (let i = 0; i < result.length; i++) {
    const value = y[i] as number;
    result[i] = value > 0 && value < ceiling ? (gradient[i] as number) + (addend?.[i] ?? 0) : 0;
  }
  return output;
}

export const registerGateGradient = (kernels: FoveaKernels | null): void =>
  registerWasmKernel(name, kernels ? (call: Call) => vectorised(kernels, call) : inJavaScript);
