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

/** The axis, without batch, along which inputs of this rank are joined. */
export const concatAxis = ({ axis }: ConcatNode, rank: number): number => axis ?? rank - 1;

/** Inputs side by side along one axis. */
export const concat: Rule<ConcatNode> = {
  shape: (node, inputs) => {
    const first = at(inputs, 0);
    const axis = concatAxis(node, first.length);
    const total = inputs.reduce((sum, shape) => sum + (shape[axis] ?? 0), 0);
    return first.map((extent, i) => (i === axis ? total : extent));
  },
  forward: (node, inputs) => concatenate([...inputs], concatAxis(node, at(inputs, 0).shape.length - 1) + 1),
  backward: (node, { inputs, gradient }) => {
    const along = concatAxis(node, at(inputs, 0).shape.length - 1) + 1;
    let start = 0;
    return inputs.map((input) => {
      const begin = input.shape.map((_size, axis) => (axis === along ? start : 0));
      start += input.shape[along] ?? 0;
      return slice(gradient, begin, input.shape);
    });
  },
};
