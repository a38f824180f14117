import { cast, div, equal, max, mean, mul, ones, reshape, type Shape, sum, type Tensor } from '../../kernels/tensor';
import type { ReduceNode } from '../graph';
import { at, type Rule } from './rule';

const withBatch = (axes: readonly number[]) => axes.map((axis) => axis + 1);

/** The shape with the reduced axes at 1. */
const keptShape = (shape: Shape, axes: readonly number[]) =>
  shape.map((extent, axis) => (axes.includes(axis) ? 1 : extent));

/** Sum, mean or largest value along some axes. Equal largest values share the gradient, as in TensorFlow. */
export const reduce: Rule<ReduceNode> = {
  shape: ({ axes, keepDimensions }, inputs) => {
    const shape = at(inputs, 0);
    return keepDimensions ? keptShape(shape, axes) : shape.filter((_, axis) => !axes.includes(axis));
  },
  forward: ({ operation, axes, keepDimensions }, inputs) =>
    ({ sum, mean, max })[operation](at(inputs, 0), withBatch(axes), keepDimensions),
  backward: ({ operation, axes }, { inputs, output, gradient }) => {
    const x = at(inputs, 0);
    const kept = keptShape(x.shape, withBatch(axes));
    const spread: Tensor = mul(reshape(gradient, kept), ones([...x.shape]));
    if (operation === 'sum') return [spread];
    if (operation === 'mean') return [mul(spread, kept.reduce((a, b) => a * b, 1) / x.size)];
    const largest = cast(equal(x, reshape(output, kept)), 'float32');
    return [div(mul(spread, largest), sum(largest, withBatch(axes), true))];
  },
};
