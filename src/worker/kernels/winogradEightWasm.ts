import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import type { WasmConvolution } from './wasmConvolution';
import { addressOf } from './wasmMemory';

/** Positions of the transforms with eight points and with six. */
const eightPositions = 64;
const sixPositions = 36;
/**
 * Their filters are seven times as large as the original: of larger layers they would not stay in the second-level
 * cache.
 */
const mostFilterTaps = 64 * 64;
/**
 * Three taps: larger pictures, which more often have equal patches before a pooling, stay with the smaller rounding
 * error of six points.
 */
const mostTiles = 36;
/** What a product has to be saved for the larger transforms to pay. */
const worthwhile = 0.9;
const panelRows = 6;

/** Cells of a tile's side for this many taps a phase; null where eight points do not serve. */
export const eightTile = (taps: number): number | null => (taps === 3 ? 6 : taps === 4 ? 5 : null);

/** Tiles at once, a multiple of 6: all of a small picture's, or as many as the cache holds with their products. */
export function eightBlock(tiles: number, depth: number, filters: number): number {
  const most = Math.max(1, Math.floor(cachedFloats / (eightPositions * (depth + filters) * panelRows)));
  return panelRows * Math.min(most, Math.ceil(tiles / panelRows));
}

/** Three quarters of a megabyte. */
const cachedFloats = 192 * 1024;

/** What the inner loop takes for this many rows, in rows: up to four that are left over cost as much as four. */
function rowsPaid(tiles: number): number {
  const left = tiles % panelRows;
  return tiles - left + (left === 0 ? 0 : left <= 4 ? 4 : panelRows);
}

const tilesOf = (height: number, width: number, side: number) => Math.ceil(height / side) * Math.ceil(width / side);

/**
 * Whether `winogradEightOnWasm` is the fastest of our kernels: small pictures, few channels; large windows with a
 * stride.
 */
export function prefersEight(info: backend_util.Conv2DInfo): boolean {
  const { filterHeight, filterWidth, strideHeight: stride, strideWidth, inChannels, outChannels } = info;
  const depth = stride * stride * inChannels;
  if (filterHeight !== filterWidth || stride !== strideWidth || depth * outChannels > mostFilterTaps) return false;
  const tile = eightTile(Math.ceil(filterWidth / stride));
  if (tile === null) return false;
  const tiles = info.batchSize * tilesOf(info.outHeight, info.outWidth, tile);
  const products = rowsPaid(tiles) * eightPositions * depth;
  if (filterWidth !== 3 || stride !== 1) {
    const direct = info.batchSize * info.outHeight * info.outWidth * filterWidth * filterHeight * inChannels;
    return products < direct / 2;
  }
  const sixes = rowsPaid(info.batchSize * tilesOf(info.outHeight, info.outWidth, 4)) * sixPositions * depth;
  return inChannels >= 8 && outChannels >= 8 && tiles <= mostTiles * info.batchSize && products < worthwhile * sixes;
}

/** Winograd's F(6×6, 3×3) or, of the phases of a strided convolution, F(5×5, 4×4): see assembly/winogradEight.ts. */
export function winogradEightOnWasm(
  kernels: FoveaKernels,
  { info, x, filter, bias, range }: WasmConvolution,
): TensorInfo {
  const { backend, exports } = kernels;
  const { inChannels, outChannels, strideHeight: stride, filterWidth, outHeight, outWidth } = info;
  const tile = eightTile(Math.ceil(filterWidth / stride)) ?? 0;
  const depth = stride * stride * inChannels;
  const tiles = info.batchSize * tilesOf(outHeight, outWidth, tile);
  const block = eightBlock(tiles, depth, outChannels);
  const output = backend.makeOutput(info.outShape, 'float32');
  const working = kernels.scratch.reserve(exports.winogradEightScratchBytes(depth, outChannels, block));
  exports.winogradEight(
    addressOf(backend, x),
    eightFilters(kernels, filter, stride, working),
    bias ? addressOf(backend, bias) : 0,
    addressOf(backend, output),
    working,
    info.batchSize,
    info.inHeight,
    info.inWidth,
    inChannels,
    outHeight,
    outWidth,
    outChannels,
    stride,
    info.padInfo.top,
    info.padInfo.left,
    outHeight,
    outWidth,
    1,
    0,
    0,
    tile,
    ...range,
    block,
  );
  return output;
}

/** Address of the transformed filters [window, window, channels, filters]. */
export function eightFilters(
  { backend, exports, filters }: FoveaKernels,
  filter: TensorInfo,
  stride: number,
  working: number,
): number {
  const [window = 1, , channels = 1, count = 1] = filter.shape;
  const bytes = exports.eightFiltersBytes(channels, count, stride);
  return filters.address(filter.dataId, `eight ${filter.shape.join(' ')} ${stride}`, bytes, (address) =>
    exports.transformEightFilters(addressOf(backend, filter), address, window, stride, channels, count, working),
  );
}
