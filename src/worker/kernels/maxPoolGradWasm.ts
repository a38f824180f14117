import { backend_util, MaxPoolGrad, type MaxPoolGradAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, registerWasmKernel, type WasmKernelArguments } from './wasmMemory';

type Call = WasmKernelArguments<{ dy: TensorInfo; input: TensorInfo }, MaxPoolGradAttrs>;

function poolOf({ inputs, attrs }: Call): backend_util.Conv2DInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  const shape = inputs.input.shape as [number, number, number, number];
  return backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
}

function vectorised({ exports, backend }: FoveaKernels, call: Call): TensorInfo {
  const { dy, input } = call.inputs;
  const pool = poolOf(call);
  const output = backend.makeOutput(input.shape, 'float32');
  exports.maxPoolGradient(
    addressOf(backend, input),
    addressOf(backend, dy),
    addressOf(backend, output),
    pool.batchSize,
    pool.inHeight,
    pool.inWidth,
    pool.inChannels,
    pool.outHeight,
    pool.outWidth,
    pool.filterHeight,
    pool.filterWidth,
    pool.strideHeight,
    pool.strideWidth,
    pool.padInfo.top,
    pool.padInfo.left,
  );
  return output;
}

/** For browsers without SIMD: one comparison a cell, contiguous over the channels. */
function inJavaScript(call: Call): TensorInfo {
  const { inputs, backend } = call;
  const { dy, input } = inputs;
  const pool = poolOf(call);
  const output = backend.makeOutput(input.shape, 'float32');
  const x = backend.typedArrayFromHeap(input);
  const gradient = backend.typedArrayFromHeap(dy);
  const dx = backend.typedArrayFromHeap(output).fill(0);
  for (let b = 0; b < pool.batchSize; b++) {
    for (let row = 0; row < pool.outHeight; row++) {
      for (let column = 0; column < pool.outWidth; column++) {
        const cells = windowCells(pool, b, row, column);
        const from = ((b * pool.outHeight + row) * pool.outWidth + column) * pool.outChannels;
        scatterWindow(x, dx, gradient, from, cells, pool.outChannels);
      }
    }
  }
  return output;
}

/** Offsets of the first channel of each cell of a window that lies inside the picture. */
function windowCells(pool: backend_util.Conv2DInfo, b: number, row: number, column: number): number[] {
  const cells: number[] = [];
  const [top, left] = [row * pool.strideHeight - pool.padInfo.top, column * pool.strideWidth - pool.padInfo.left];
  for (let y = Math.max(0, top); y < Math.min(pool.inHeight, top + pool.filterHeight); y++) {
    for (let x = Math.max(0, left); x < Math.min(pool.inWidth, left + pool.filterWidth); x++) {
      cells.push(((b * pool.inHeight + y) * pool.inWidth + x) * pool.inChannels);
    }
  }
  return cells;
}

function scatterWindow(
  x: Float32Array,
  dx: Float32Array,
  gradient: Float32Array,
  from: number,
  cells: readonly number[],
  channels: number,
): void {
  const [first = 0] = cells;
  for (let c = 0; c < channels; c++) {
    let best = first;
    let largest = x[first + c] as number;
    for (let i = 1; i < cells.length; i++) {
      const cell = cells[i] as number;
      const value = x[cell + c] as number;
      if (value > largest) {
        largest = value;
        best = cell;
      }
    }
    dx[best + c] = (dx[best + c] as number) + (gradient[from + c] as number);
  }
}

/**
 * Puts our kernel in the place of TensorFlow.js's, after its WASM backend has been imported. Each window's gradient
 * goes to its largest cell, the first of several (as in PyTorch).
 *
 * TensorFlow.js 4.22's own WASM kernel starts its search from the smallest positive float instead of −∞ and misplaces
 * the gradient of every window without a positive value; the dead windows behind a ReLU are such.
 */
export const registerMaxPoolGrad = (kernels: FoveaKernels | null): void =>
  registerWasmKernel(MaxPoolGrad, kernels ? (call: Call) => vectorised(kernels, call) : inJavaScript);
