import { engine, FusedConv2D, FusedDepthwiseConv2D, type Tensor } from '@tensorflow/tfjs-core';
import { onWasm, runWasmKernel } from './wasmMemory';

/** Zeros around the picture, in cells. */
export interface Pads {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Activations that the convolution kernels of every backend apply in the same pass. */
export type FusedActivation = 'linear' | 'relu' | 'relu6' | 'sigmoid' | 'elu';

export interface ConvolutionArguments {
  /** [batch, height, width, channels in]. */
  readonly x: Tensor;
  /** [height, width, channels in, channels out], or [height, width, channels in, multiplier] if depthwise. */
  readonly filter: Tensor;
  /** [channels out]. */
  readonly bias?: Tensor | null;
  readonly strides?: readonly [number, number];
  readonly dilations?: readonly [number, number];
  readonly pads: Pads;
  readonly activation?: FusedActivation;
}

function run(kernel: string, { x, filter, bias, strides, dilations, pads, activation }: ConvolutionArguments): Tensor {
  const inputs = bias ? { x, filter, bias } : { x, filter };
  const attributes = {
    strides: [...(strides ?? [1, 1])],
    pad: [
      [0, 0],
      [pads.top, pads.bottom],
      [pads.left, pads.right],
      [0, 0],
    ],
    dataFormat: 'NHWC',
    dilations: [...(dilations ?? [1, 1])],
    activation: activation ?? 'linear',
  };
  if (onWasm()) return runWasmKernel(kernel, inputs, attributes);
  return engine().runKernel(kernel, inputs, attributes) as Tensor;
}

/** Cross-correlation, bias and activation in one kernel: [batch, height out, width out, channels out]. */
export const convolve = (a: ConvolutionArguments): Tensor => run(FusedConv2D, a);

/** The same, channel by channel: output channel c × multiplier + m sees input channel c alone. */
export const convolveDepthwise = (a: ConvolutionArguments): Tensor => run(FusedDepthwiseConv2D, a);
