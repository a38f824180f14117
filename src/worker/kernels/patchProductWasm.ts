import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import type { WasmConvolution } from './wasmConvolution';
import { addressOf } from './wasmMemory';

/** Rows of a panel: blocks are whole panels. */
const panelRows = 6;
/**
 * A block of unrolled patches should stay in the second-level cache, and hold enough rows to read the filters seldom.
 */
const blockBytes = 384 * 1024;
const mostPanels = 8;
const fewestPanels = 3;

/** Any window and stride as a product of unrolled patches and filters: see assembly/patchProduct.ts. */
export function patchProductOnWasm(
  kernels: FoveaKernels,
  { info, x, filter, bias, range }: WasmConvolution,
): TensorInfo {
  const { exports, backend, scratch, filters } = kernels;
  const { inChannels, outChannels, filterHeight, filterWidth } = info;
  const window = [inChannels, filterHeight, filterWidth] as const;
  const output = backend.makeOutput(info.outShape, 'float32');
  const panelBytes = exports.patchProductScratchBytes(...window, panelRows);
  const panels = Math.max(fewestPanels, Math.min(mostPanels, Math.floor(blockBytes / panelBytes)));
  const working = scratch.reserve(exports.patchProductScratchBytes(...window, panels * panelRows));
  const layout = `patches ${filter.shape.join(' ')}`;
  const bytes = exports.packedFiltersBytes(inChannels, outChannels, filterHeight, filterWidth);
  const packed = filters.address(filter.dataId, layout, bytes, (address) =>
    exports.packFilters(addressOf(backend, filter), address, inChannels, outChannels, filterHeight, filterWidth),
  );
  exports.patchProduct(
    addressOf(backend, x),
    packed,
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
    filterHeight,
    filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
    ...range,
    panels * panelRows,
  );
  return output;
}
