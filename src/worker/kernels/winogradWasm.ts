import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import type { WasmConvolution } from './wasmConvolution';
import { addressOf } from './wasmMemory';

/**
 * Tiles of 4×4 outputs that go through the 36 products together: few enough for the cache, many enough to read the
 * filters seldom. A multiple of 6, the rows of a panel.
 */
const tilesAtOnce = 36;

/** 3×3 with stride 1, whatever the pads. */
export const isWinogradShape = (info: backend_util.Conv2DInfo): boolean =>
  info.filterHeight === 3 && info.filterWidth === 3 && info.strideHeight === 1 && info.strideWidth === 1;

/** Winograd's F(4×4, 3×3): see assembly/winograd.ts. Filters are transformed when first seen. */
export function winogradOnWasm(kernels: FoveaKernels, { info, x, filter, bias, range }: WasmConvolution): TensorInfo {
  const { exports, backend, scratch, filters } = kernels;
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
    ...range,
    tilesAtOnce,
  );
  return output;
}
