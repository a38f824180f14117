import {
  AvgPool,
  AvgPoolGrad,
  backend_util,
  engine,
  getBackend,
  MaxPool,
  MaxPoolGrad,
  mul,
  pad,
  reverse,
  slice,
  type Tensor,
  tensor,
} from '@tensorflow/tfjs-core';
import { averagePoolGradientOnWasm, canSpreadAverage } from './averagePoolGradient';
import type { PoolArguments } from './poolArguments';
import { onWasm, runWasmKernel } from './wasmMemory';

const attributes = ({ size, strides, padding }: PoolArguments) => ({
  filterSize: [...size],
  strides: [...strides],
  pad: padding,
});

export const maxPool = (x: Tensor, pool: PoolArguments): Tensor =>
  engine().runKernel(MaxPool, { x }, attributes(pool)) as Tensor;

/** Mean over the cells of the window that lie inside the picture. */
export const averagePool = (x: Tensor, pool: PoolArguments): Tensor =>
  engine().runKernel(AvgPool, { x }, attributes(pool)) as Tensor;

/**
 * The gradient goes to the largest cell of each window: to the first of equals, as everywhere else, PyTorch included.
 */
export function maxPoolGradient(gradient: Tensor, input: Tensor, output: Tensor, pool: PoolArguments): Tensor {
  if (getBackend() === 'webgl') return maxPoolGradientReversed(gradient, input, output, pool);
  if (onWasm()) return runWasmKernel(MaxPoolGrad, { dy: gradient, input, output }, attributes(pool));
  return engine().runKernel(MaxPoolGrad, { dy: gradient, input, output }, attributes(pool)) as Tensor;
}

/** TensorFlow.js's WebGL kernel takes the last of equals. With rows and columns reversed, that is the first. */
function maxPoolGradientReversed(gradient: Tensor, input: Tensor, output: Tensor, pool: PoolArguments): Tensor {
  const [batch = 1, height = 1, width = 1, channels = 1] = input.shape;
  const { size, strides, padding } = pool;
  const { padInfo } = backend_util.computePool2DInfo(
    [batch, height, width, channels],
    [...size],
    [...strides],
    1,
    padding,
  );
  const [, rows = 1, columns = 1] = output.shape;
  const down = reversedAxis(height, rows, size[0], strides[0], padInfo.top);
  const across = reversedAxis(width, columns, size[1], strides[1], padInfo.left);
  const turned = reverse(slice(input, [0, 0, 0, 0], [batch, down.covered, across.covered, channels]), [1, 2]);
  const inputs = { dy: reverse(gradient, [1, 2]), input: turned, output: reverse(output, [1, 2]) };
  const pads = [[0, 0], down.pads, across.pads, [0, 0]];
  const spread = engine().runKernel(MaxPoolGrad, inputs, { ...attributes(pool), pad: pads }) as Tensor;
  return pad(reverse(spread, [1, 2]), [
    [0, 0],
    [0, height - down.covered],
    [0, width - across.covered],
    [0, 0],
  ]);
}

/** How many cells of an axis the windows reach, and the padding before and after them in reverse. */
function reversedAxis(cells: number, windows: number, extent: number, stride: number, before: number) {
  const end = (windows - 1) * stride + extent - before;
  return { covered: Math.min(cells, end), pads: [Math.max(0, end - cells), before] };
}

/**
 * The gradient is spread evenly over the cells of each window that lie inside the picture. TensorFlow.js divides by the
 * whole window, also where padding fills a part of it that its forward pass does not count; the weights undo that.
 */
export function averagePoolGradient(gradient: Tensor, input: Tensor, pool: PoolArguments): Tensor {
  if (canSpreadAverage()) return averagePoolGradientOnWasm(gradient, input, pool);
  const dy = pool.padding === 'same' ? mul(gradient, overhang(input, gradient, pool)) : gradient;
  return engine().runKernel(AvgPoolGrad, { dy, input }, attributes(pool)) as Tensor;
}

/** Cells of a window over its cells inside the picture: [1, height out, width out, 1]. */
function overhang(input: Tensor, output: Tensor, { size, strides, padding }: PoolArguments): Tensor {
  const shape = input.shape as [number, number, number, number];
  const { padInfo } = backend_util.computePool2DInfo(shape, [...size], [...strides], 1, padding);
  const [, height = 1, width = 1] = input.shape;
  const [, rows = 1, columns = 1] = output.shape;
  const along = (count: number, extent: number, window: number, stride: number, before: number) =>
    Float32Array.from({ length: count }, (_, i) => {
      const start = i * stride - before;
      return window / (Math.min(extent, start + window) - Math.max(0, start));
    });
  const down = tensor(along(rows, height, size[0], strides[0], padInfo.top), [1, rows, 1, 1]);
  const across = tensor(along(columns, width, size[1], strides[1], padInfo.left), [1, 1, columns, 1]);
  return mul(down, across);
}
