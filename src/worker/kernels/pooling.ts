import {
  AvgPool,
  AvgPoolGrad,
  backend_util,
  engine,
  MaxPool,
  MaxPoolGrad,
  mul,
  type Tensor,
  tensor,
} from '@tensorflow/tfjs-core';

export interface PoolArguments {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: 'same' | 'valid';
}

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

/** The gradient goes to the largest cell of each window. */
export const maxPoolGradient = (gradient: Tensor, input: Tensor, output: Tensor, pool: PoolArguments): Tensor =>
  engine().runKernel(MaxPoolGrad, { dy: gradient, input, output }, attributes(pool)) as Tensor;

/**
 * The gradient is spread evenly over the cells of each window that lie inside the picture. TensorFlow.js divides by the
 * whole window, also where padding fills a part of it that its forward pass does not count; the weights undo that.
 */
export function averagePoolGradient(gradient: Tensor, input: Tensor, pool: PoolArguments): Tensor {
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
