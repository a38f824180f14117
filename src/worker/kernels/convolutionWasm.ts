import {
  backend_util,
  FusedConv2D,
  type FusedConv2DAttrs,
  type FusedConv2DInputs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { activationBounds } from './activationBounds';
import type { FoveaKernels } from './foveaKernels';
import { patchProductOnWasm } from './patchProductWasm';
import { replaceWasmKernel } from './replaceWasmKernel';
import type { WasmKernelArguments } from './wasmMemory';
import { prefersEight, winogradEightOnWasm } from './winogradEightWasm';
import { isWinogradShape, winogradOnWasm } from './winogradWasm';

type Call = WasmKernelArguments<FusedConv2DInputs, FusedConv2DAttrs>;

/** With fewer floats in a row of the window than this, unrolling costs more than TensorFlow.js's kernel (measured). */
const shortestRun = 12;

/** Puts our convolutions in the place of TensorFlow.js's, which go on serving what ours do not cover. */
export function registerConvolution(kernels: FoveaKernels): void {
  replaceWasmKernel(FusedConv2D, (call: Call) => convolve(kernels, call));
}

/** null if none of our kernels covers the call. */
function convolve(kernels: FoveaKernels, { inputs, attrs, backend }: Call): TensorInfo | null {
  const { x, filter, bias, preluActivationWeights } = inputs;
  const { strides, pad, dilations, dimRoundingMode, dataFormat, activation } = attrs;
  const range = activationBounds[activation ?? 'linear'];
  if (backend !== kernels.backend || range === undefined || preluActivationWeights || dataFormat !== 'NHWC')
    return null;
  const info = backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number, number],
    strides,
    dilations,
    pad,
    dimRoundingMode,
  );
  if (info.dilationHeight !== 1 || info.dilationWidth !== 1) return null;
  const convolution = { info, x, filter, bias, range };
  if (prefersEight(info)) return winogradEightOnWasm(kernels, convolution);
  if (isWinogradShape(info)) return info.inChannels < 3 ? null : winogradOnWasm(kernels, convolution);
  return info.filterWidth * info.inChannels < shortestRun ? null : patchProductOnWasm(kernels, convolution);
}
