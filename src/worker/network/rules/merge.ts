import { activationBounds } from '../../kernels/activationBounds';
import { addClamped, canAddClamped } from '../../kernels/addClamped';
import { addN, concat as concatenate, slice } from '../../kernels/tensor';
import { activate } from '../activation';
import type { AddNode, ConcatNode } from '../graph';
import { at, type Rule } from './rule';

/** Sum of inputs of one shape, then the activation. */
export const add: Rule<AddNode> = {
  shape: (_, inputs) => at(inputs, 0),
  forward: (node, inputs) => {
    const bounds = activationBounds[node.activation];
    if (inputs.length === 2 && bounds && canAddClamped()) return addClamped(at(inputs, 0), at(inputs, 1), bounds);
    return activate(addN([...inputs]), node.activation);
  },
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
