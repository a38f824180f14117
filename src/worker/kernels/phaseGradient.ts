import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import type { ScatterGeometry } from './scatterGradient';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';
import { eightBlock, eightFilters, eightTile } from './winogradEightWasm';

const name = 'PhaseGradient';

/**
 * With more channels a phase than this, half of a transform's products would be for few taps: scattering is as fast.
 */
const mostChannels = 8;

/** Whether `phaseGradient` can be had here and is faster than scattering: large windows over few channels. */
export function prefersPhases({ window: [height, width], channels, stride }: ScatterGeometry): boolean {
  const taps = Math.ceil(width / stride);
  return (
    hasWasmKernel(name) &&
    stride > 1 &&
    height === width &&
    eightTile(taps) !== null &&
    width > 2 * stride &&
    channels <= mostChannels
  );
}

/**
 * Input gradient of a strided convolution as a convolution of stride 1 whose filters are the phases of the result.
 * @param gradient [batch, rows, columns, filters]
 * @param filter `gradientKernel` of the convolution's: [taps, taps, filters, stride² · channels]
 * @returns [batch, height, width, channels]
 */
export const phaseGradient = (gradient: Tensor, filter: Tensor, geometry: ScatterGeometry): Tensor =>
  runWasmKernel(name, { gradient, filter }, geometry);

type Call = WasmKernelArguments<{ gradient: TensorInfo; filter: TensorInfo }, ScatterGeometry>;

function vectorised(kernels: FoveaKernels, { inputs: { gradient, filter }, attrs }: Call): TensorInfo {
  const { backend, exports } = kernels;
  const [batch = 1, rows = 1, columns = 1, channels = 1] = gradient.shape;
  const [taps = 1, , , phases = 1] = filter.shape;
  const { input, stride, top, left } = attrs;
  const cells = [Math.ceil((input[0] + top) / stride), Math.ceil((input[1] + left) / stride)] as const;
  const tile = eightTile(taps) ?? 0;
  const tiles = batch * Math.ceil(cells[0] / tile) * Math.ceil(cells[1] / tile);
  const block = eightBlock(tiles, channels, phases);
  const output = backend.makeOutput([batch, ...input, attrs.channels], 'float32');
  const working = kernels.scratch.reserve(exports.winogradEightScratchBytes(channels, phases, block));
  exports.winogradEight(
    addressOf(backend, gradient),
    eightFilters(kernels, filter, 1, working),
    0,
    addressOf(backend, output),
    working,
    batch,
    rows,
    columns,
    channels,
    ...cells,
    phases,
    1,
    taps - 1,
    taps - 1,
    ...input,
    stride,
    top,
    left,
    tile,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    block,
  );
  return output;
}

export const registerPhaseGradient = (kernels: FoveaKernels | null): void => offerWasmKernel(name, kernels, vectorised);
