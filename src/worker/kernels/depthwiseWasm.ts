import {
  backend_util,
  FusedDepthwiseConv2D,
  type FusedDepthwiseConv2DAttrs,
  type FusedDepthwiseConv2DInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { activationBounds } from './activationBounds';
import type { FoveaKernels } from './foveaKernels';
import { replaceWasmKernel } from './replaceWasmKernel';
import { addressOf, type WasmKernelArguments } from './wasmMemory';

type Call = WasmKernelArguments<FusedDepthwiseConv2DInputs, FusedDepthwiseConv2DAttrs>;

/**
 * With more channels the cells of a window lie a power of two apart and drive each other out of the first-level cache:
 * TensorFlow.js's kernel, one cell after the other, is as fast or faster there (measured from 256).
 */
const mostChannels = 192;

/** Puts our depthwise convolution in the place of TensorFlow.js's, which goes on serving what ours does not cover. */
export function registerDepthwise(kernels: FoveaKernels): void {
  replaceWasmKernel(FusedDepthwiseConv2D, (call: Call) => convolve(kernels, call));
}

/**
 * null for many channels, windows other than 3×3, dilations, several output channels an input channel, and activations
 * that do not clamp.
 */
function convolve(kernels: FoveaKernels, { inputs, attrs, backend }: Call): TensorInfo | null {
  const { x, filter, bias, preluActivationWeights } = inputs;
  const { exports, filters } = kernels;
  const { strides, pad, dilations, dimRoundingMode, activation } = attrs;
  const range = activationBounds[activation ?? 'linear'];
  if (backend !== kernels.backend || range === undefined || preluActivationWeights) return null;
  const info = backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number, number],
    strides,
    dilations,
    pad,
    dimRoundingMode,
    true,
  );
  const plain = info.dilationHeight === 1 && info.dilationWidth === 1 && info.strideHeight === info.strideWidth;
  if (!plain || info.filterHeight !== 3 || info.filterWidth !== 3 || filter.shape[3] !== 1) return null;
  if (info.inChannels > mostChannels) return null;
  const output = backend.makeOutput(info.outShape, 'float32');
  const taps = filters.address(filter.dataId, 'depthwise', exports.packedTapsBytes(info.inChannels), (address) =>
    exports.packTaps(addressOf(backend, filter), address, info.inChannels),
  );
  exports.depthwise(
    addressOf(backend, x),
    taps,
    bias ? addressOf(backend, bias) : 0,
    addressOf(backend, output),
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.strideHeight,
    info.padInfo.top,
    info.padInfo.left,
    ...range,
  );
  return output;
}
