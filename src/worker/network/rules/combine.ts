import {
  add,
  cast,
  div,
  equal,
  maximum,
  minimum,
  mul,
  neg,
  reshape,
  type Shape,
  sub,
  sum,
  type Tensor,
} from '../../kernels/tensor';
import type { MergeNode } from '../graph';
import { at, type Rule } from './rule';

type Operation = MergeNode['operation'];

const steps: Readonly<Record<Operation, (a: Tensor, b: Tensor) => Tensor>> = {
  add,
  subtract: sub,
  multiply: mul,
  divide: div,
  average: add,
  maximum,
  minimum,
};

/** The shape to which shapes of one rank stretch: extents of 1 go along with any other. null where they do not. */
export function stretchedShape(shapes: readonly Shape[]): Shape | null {
  const [first = []] = shapes;
  if (shapes.some((shape) => shape.length !== first.length)) return null;
  const whole = first.map((_, axis) => Math.max(...shapes.map((shape) => shape[axis] ?? 0)));
  const fits = shapes.every((shape) => shape.every((extent, axis) => extent === 1 || extent === whole[axis]));
  return fits ? whole : null;
}

/** Inputs merged cell by cell. Of equal ones the first is the largest (or smallest), as in pooling. */
export const merge: Rule<MergeNode> = {
  shape: (_, inputs) => stretchedShape(inputs) ?? [],
  forward: ({ operation }, inputs) => {
    const merged = inputs.reduce(steps[operation]);
    return operation === 'average' ? mul(merged, 1 / inputs.length) : merged;
  },
  backward: (node, { inputs, output, gradient }) => {
    const shares = sharesOf(node.operation, inputs, output, gradient);
    return shares.map((share, i) => sumTo(share, at(inputs, i).shape));
  },
};

/** d objective / d each input, still of the output's shape. */
function sharesOf(operation: Operation, inputs: readonly Tensor[], output: Tensor, gradient: Tensor): Tensor[] {
  switch (operation) {
    case 'add':
      return inputs.map(() => gradient);
    case 'average':
      return inputs.map(() => mul(gradient, 1 / inputs.length));
    case 'subtract':
      return inputs.map((_, i) => (i === 0 ? gradient : neg(gradient)));
    case 'multiply':
      return inputs.map((_, i) =>
        inputs.filter((__, j) => j !== i).reduce((share, other) => mul(share, other), gradient),
      );
    case 'divide':
      // a / b / c: the slope at a divisor is −output / divisor.
      return inputs.map((_, i) => quotientShare(inputs, i, output, gradient));
    case 'maximum':
    case 'minimum':
      return sharesOfLargest(inputs, output, gradient);
  }
}

function quotientShare(inputs: readonly Tensor[], index: number, output: Tensor, gradient: Tensor): Tensor {
  if (index > 0) return neg(div(mul(gradient, output), at(inputs, index)));
  return inputs.slice(1).reduce((share, divisor) => div(share, divisor), gradient);
}

function sharesOfLargest(inputs: readonly Tensor[], output: Tensor, gradient: Tensor): Tensor[] {
  let left = gradient;
  return inputs.map((input) => {
    const share = mul(left, cast(equal(input, output), 'float32'));
    left = sub(left, share);
    return share;
  });
}

/** Summed over the axes along which an input was stretched; ranks are equal. */
function sumTo(share: Tensor, shape: Shape): Tensor {
  const axes = shape.flatMap((extent, axis) => (extent === 1 && share.shape[axis] !== 1 ? [axis] : []));
  return axes.length === 0 ? share : reshape(sum(share, axes, true), [...shape]);
}
