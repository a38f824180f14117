import { addN, concat as concatenate, slice } from '../../kernels/tensor';
import { activate } from '../activation';
import type { AddNode, ConcatNode } from '../graph';
import { at, type Rule } from './rule';

/** Sum of inputs of one shape, then the activation. */
export const add: Rule<AddNode> = {
  shape: (_, inputs) => at(inputs, 0),
  forward: (node, inputs) => activate(addN([...inputs]), node.activation),
  backward: (node, { gradient }) => node.inputs.map(() => gradient),
};

/** Inputs side by side in the channels. */
export const concat: Rule<ConcatNode> = {
  shape: (_, inputs) => {
    const first = at(inputs, 0);
    const channels = inputs.reduce((sum, shape) => sum + (shape.at(-1) ?? 0), 0);
    return [...first.slice(0, -1), channels];
  },
  forward: (_, inputs) => concatenate([...inputs], -1),
  backward: (_, { inputs, gradient }) => {
    let start = 0;
    return inputs.map((input) => {
      const begin = input.shape.map((_size, axis) => (axis === input.shape.length - 1 ? start : 0));
      start += input.shape.at(-1) ?? 0;
      return slice(gradient, begin, input.shape);
    });
  },
};
