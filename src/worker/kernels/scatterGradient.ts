import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, hasWasmKernel, offerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'ScatterGradient';

/** Outputs at once, a multiple of 6: a panel of filters is read from the first-level cache for all of them. */
const outputsAtOnce = 48;
/** Columns of a panel of filters. */
const panelColumns = 8;

/** The convolution whose input gradient is wanted. */
export interface ScatterGeometry {
  /** [height, width] of its input and of its window. */
  readonly input: readonly [number, number];
  readonly window: readonly [number, number];
  readonly channels: number;
  readonly stride: number;
  readonly top: number;
  readonly left: number;
}

/** Whether `scatterGradient` can be had here: WebAssembly with SIMD. */
export const canScatterGradient = (): boolean => hasWasmKernel(name);

/**
 * Input gradient of a convolution without dilation.
 * @param gradient [batch, rows, columns, filters]
 * @param packed the filters as `packForScatter` lays them out
 * @returns [batch, height, width, channels]
 */
export const scatterGradient = (gradient: Tensor, packed: Tensor, geometry: ScatterGeometry): Tensor =>
  runWasmKernel(name, { gradient, packed }, geometry);

/**
 * [height, width, channels, filters] as [height, panels, filters rounded up to 4, 8]: each row of the window in panels
 * of 8 of its width × channels taps, filled up with zeros.
 */
export function packForScatter(
  values: Float32Array,
  [height = 1, width = 1, channels = 1, filters = 1]: readonly number[],
): { shape: readonly number[]; values: Float32Array } {
  const run = width * channels;
  const shape = [height, Math.ceil(run / panelColumns), Math.ceil(filters / 4) * 4, panelColumns] as const;
  const packed = new Float32Array(shape.reduce((product, extent) => product * extent, 1));
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < run; i++) {
      const panel = y * shape[1] + Math.floor(i / panelColumns);
      const to = panel * shape[2] * panelColumns + (i % panelColumns);
      const from = (y * run + i) * filters;
      for (let o = 0; o < filters; o++) packed[to + o * panelColumns] = values[from + o] as number;
    }
  }
  return { shape, values: packed };
}

type Call = WasmKernelArguments<{ gradient: TensorInfo; packed: TensorInfo }, ScatterGeometry>;

function vectorised({ exports, backend, scratch }: FoveaKernels, { inputs, attrs }: Call): TensorInfo {
  const [batch = 1, rows = 1, columns = 1, filters = 1] = inputs.gradient.shape;
  const { input, window, channels, stride, top, left } = attrs;
  const output = backend.makeOutput([batch, ...input, channels], 'float32');
  const bytes = exports.scatterScratchBytes(
    ...input,
    channels,
    rows,
    columns,
    filters,
    ...window,
    stride,
    top,
    left,
    outputsAtOnce,
  );
  exports.scatterProduct(
    addressOf(backend, inputs.gradient),
    addressOf(backend, inputs.packed),
    addressOf(backend, output),
    scratch.reserve(bytes),
    batch,
    rows,
    columns,
    filters,
    ...input,
    channels,
    ...window,
    stride,
    top,
    left,
    outputsAtOnce,
  );
  return output;
}

export const registerScatterGradient = (kernels: FoveaKernels | null): void =>
  offerWasmKernel(name, kernels, vectorised);
