import { pad as padTensor, slice, type Tensor } from '../../kernels/tensor';
import type { ChannelPadNode, PadLikeNode, PadNode } from '../graph';
import { at, type Rule } from './rule';

const zeros = (x: Tensor, top: number, bottom: number, left: number, right: number, channels = 0, value = 0): Tensor =>
  padTensor(
    x,
    [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, channels],
    ],
    value,
  );

/** Zeros, or another value, around the picture. */
export const pad: Rule<PadNode> = {
  shape: (node, inputs) => {
    const [height = 0, width = 0, channels = 0] = at(inputs, 0);
    return [height + node.top + node.bottom, width + node.left + node.right, channels];
  },
  forward: (node, inputs) => zeros(at(inputs, 0), node.top, node.bottom, node.left, node.right, 0, node.value),
  backward: (node, { inputs, gradient }) => [slice(gradient, [0, node.top, node.left, 0], at(inputs, 0).shape)],
};

/** Zeros below and right, up to the size of the second input (which gets no gradient from here). */
export const padLike: Rule<PadLikeNode> = {
  shape: (_, inputs) => [...at(inputs, 1).slice(0, 2), at(inputs, 0)[2] ?? 0],
  forward: (_, inputs) => {
    const [, height = 0, width = 0] = at(inputs, 0).shape;
    const [, wantedHeight = 0, wantedWidth = 0] = at(inputs, 1).shape;
    return zeros(at(inputs, 0), 0, wantedHeight - height, 0, wantedWidth - width);
  },
  backward: (_, { inputs, gradient }) => [slice(gradient, [0, 0, 0, 0], at(inputs, 0).shape), null],
};

/** Channels of zeros behind the others. */
export const channelPad: Rule<ChannelPadNode> = {
  shape: (node, inputs) => {
    const [height = 0, width = 0, channels = 0] = at(inputs, 0);
    return [height, width, channels + node.channels];
  },
  forward: (node, inputs) => zeros(at(inputs, 0), 0, 0, 0, 0, node.channels),
  backward: (_, { inputs, gradient }) => [slice(gradient, [0, 0, 0, 0], at(inputs, 0).shape)],
};
