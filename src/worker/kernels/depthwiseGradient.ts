import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'DepthwiseGradient';

interface Attributes {
  /** [height, width] of the convolution's input. */
  readonly input: readonly [number, number];
  readonly stride: number;
  readonly top: number;
  readonly left: number;
}

/** Whether `depthwiseGradient` can be had here: WebAssembly with SIMD. */
export const canGatherDepthwise = (): boolean => hasWasmKernel(name);

/**
 * Input gradient of a depthwise 3×3 convolution without dilation, one output channel an input channel.
 * @param gradient [batch, rows, columns, channels]
 * @param filter [3, 3, channels, 1]
 * @returns [batch, height, width, channels]
 */
export const depthwiseGradient = (gradient: Tensor, filter: Tensor, attributes: Attributes): Tensor =>
  runWasmKernel(name, { gradient, filter }, attributes);

type Call = WasmKernelArguments<{ gradient: TensorInfo; filter: TensorInfo }, Attributes>;

function vectorised({ exports, backend, scratch }: FoveaKernels, { inputs, attrs }: Call): TensorInfo {
  const [batch = 1, rows = 1, columns = 1, channels = 1] = inputs.gradient.shape;
  const { input, stride, top, left } = attrs;
  const output = backend.makeOutput([batch, ...input, channels], 'float32');
  exports.depthwiseGradient(
    addressOf(backend, inputs.gradient),
    addressOf(backend, inputs.filter),
    addressOf(backend, output),
    scratch.reserve(exports.depthwiseGradientScratchBytes()),
    batch,
    rows,
    columns,
    ...input,
    channels,
    stride,
    top,
    left,
  );
  return output;
}

export const registerDepthwiseGradient = (kernels: FoveaKernels | null): void =>
  offerWasmKernel(name, kernels, vectorised);
