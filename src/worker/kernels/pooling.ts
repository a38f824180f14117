import { AvgPool, AvgPoolGrad, engine, MaxPool, MaxPoolGrad, type Tensor } from '@tensorflow/tfjs-core';

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

/** The gradient is spread evenly over each window. */
export const averagePoolGradient = (gradient: Tensor, input: Tensor, pool: PoolArguments): Tensor =>
  engine().runKernel(AvgPoolGrad, { dy: gradient, input }, attributes(pool)) as Tensor;
