import { add, mul } from '../../kernels/tensor';
import { activate } from '../activation';
import type { ActivationNode, AffineNode, InputNode } from '../graph';
import { at, type Rule } from './rule';

/** The input is fed, never computed. */
export const input: Rule<InputNode> = {
  shape: (node) => node.shape,
  forward: () => {
    throw new RangeError('The input node is fed, not computed.');
  },
  backward: () => [],
};

/** y = x × scale + offset over the channels. */
export const affine: Rule<AffineNode> = {
  shape: (_, inputs) => at(inputs, 0),
  forward: (node, inputs, weights) => add(mul(at(inputs, 0), weights.tensor(node.scale)), weights.tensor(node.offset)),
  backward: (node, { gradient, weights }) => [mul(gradient, weights.tensor(node.scale))],
};

export const activation: Rule<ActivationNode> = {
  shape: (_, inputs) => at(inputs, 0),
  forward: (node, inputs) => activate(at(inputs, 0), node.activation),
  backward: (_, { gradient }) => [gradient],
};
