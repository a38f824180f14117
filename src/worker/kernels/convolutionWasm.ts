import {
  backend_util,
  FusedConv2D,
  type FusedConv2DAttrs,
  type FusedConv2DInputs,
  getKernel,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, type WasmMemory } from './wasmMemory';

interface Call {
  readonly inputs: FusedConv2DInputs;
  readonly attrs: FusedConv2DAttrs;
  readonly backend: WasmMemory;
}

/** Values below and above which the activation is flat. */
const bounds: Readonly<Record<string, readonly [number, number]>> = {
  linear: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  relu: [0, Number.POSITIVE_INFINITY],
  relu6: [0, 6],
};

/** Tiles of 4×4 outputs that go through the 36 products together: few enough for the cache, many enough to read the
 * filters seldom. A multiple of 6, the rows of a panel. */
const tilesAtOnce = 36;

let original: KernelConfig | undefined;

/** Puts our convolutions in the place of TensorFlow.js's, which go on serving what ours do not cover. */
export function registerConvolution(kernels: FoveaKernels): void {
  original ??= getKernel(FusedConv2D, 'wasm');
  const theirs = original;
  unregisterKernel(FusedConv2D, 'wasm');
  const kernelFunc = (call: Call) => convolve(kernels, call) ?? theirs.kernelFunc(call as never);
  registerKernel({ ...theirs, kernelFunc: kernelFunc as unknown as KernelFunc });
}

/** null if none of our kernels covers the call. */
function convolve(kernels: FoveaKernels, { inputs, attrs, backend }: Call): TensorInfo | null {
  const { x, filter, bias, preluActivationWeights } = inputs;
  const { strides, pad, dilations, dimRoundingMode, dataFormat, activation } = attrs;
  const range = bounds[activation ?? 'linear'];
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
  const once = info.strideHeight === 1 && info.strideWidth === 1;
  if (info.filterHeight === 3 && info.filterWidth === 3 && once) return winograd(kernels, info, x, filter, bias, range);
  return null;
}

function winograd(
  { exports, backend, scratch, filters }: FoveaKernels,
  info: backend_util.Conv2DInfo,
  x: TensorInfo,
  filter: TensorInfo,
  bias: TensorInfo | undefined,
  [low, high]: readonly [number, number],
): TensorInfo {
  const { inChannels, outChannels } = info;
  const output = backend.makeOutput(info.outShape, 'float32');
  const working = scratch.reserve(exports.winogradScratchBytes(inChannels, outChannels, tilesAtOnce));
  const bytes = exports.transformedFiltersBytes(inChannels, outChannels);
  const transformed = filters.address(filter.dataId, `winograd ${inChannels} ${outChannels}`, bytes, (address) =>
    exports.transformFilters(addressOf(backend, filter), address, inChannels, outChannels, working),
  );
  exports.winograd(
    addressOf(backend, x),
    transformed,
    bias ? addressOf(backend, bias) : 0,
    addressOf(backend, output),
    working,
    info.batchSize,
    info.inHeight,
    info.inWidth,
    inChannels,
    info.outHeight,
    info.outWidth,
    outChannels,
    info.padInfo.top,
    info.padInfo.left,
    low,
    high,
    tilesAtOnce,
  );
  return output;
}
