import { selectChannels } from '../../kernels/selectChannels';
import { pad as padTensor, slice, type Tensor } from '../../kernels/tensor';
import type { ChannelPadNode, PadLikeNode, PadNode } from '../graph';
import { at, type Rule } from './rule';

function zeros(x: Tensor, top: number, bottom: number, left: number, right: number, value = 0): Tensor {
  if (top + bottom + left + right === 0) return x.clone();
  return padTensor(
    x,
    [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ],
    value,
  );
}

/** The part of a gradient that belongs to the unpadded picture: all of it where nothing was padded. */
function inside(gradient: Tensor, top: number, left: number, shape: readonly number[]): Tensor {
  const whole = gradient.shape.every((size, axis) => size === shape[axis]);
  return whole ? gradient : slice(gradient, [0, top, left, 0], [...shape]);
}

/** Zeros, or another value, around the picture. */
export const pad: Rule<PadNode> = {
  shape: (node, inputs) => {
    const [height = 0, width = 0, channels = 0] = at(inputs, 0);
    return [height + node.top + node.bottom, width + node.left + node.right, channels];
  },
  forward: (node, inputs) => zeros(at(inputs, 0), node.top, node.bottom, node.left, node.right, node.value),
  backward: (node, { inputs, gradient }) => [inside(gradient, node.top, node.left, at(inputs, 0).shape)],
};

/** Zeros below and right, up to the size of the second input (which gets no gradient from here). */
export const padLike: Rule<PadLikeNode> = {
  shape: (_, inputs) => [...at(inputs, 1).slice(0, 2), at(inputs, 0)[2] ?? 0],
  forward: (_, inputs) => {
    const [, height = 0, width = 0] = at(inputs, 0).shape;
    const [, wantedHeight = 0, wantedWidth = 0] = at(inputs, 1).shape;
    return zeros(at(inputs, 0), 0, wantedHeight - height, 0, wantedWidth - width);
  },
  backward: (_, { inputs, gradient }) => [inside(gradient, 0, 0, at(inputs, 0).shape), null],
};

/** Channels of zeros behind the others. */
export const channelPad: Rule<ChannelPadNode> = {
  shape: (node, inputs) => {
    const [height = 0, width = 0, channels = 0] = at(inputs, 0);
    return [height, width, channels + node.channels];
  },
  forward: (node, inputs) => selectChannels(at(inputs, 0), 0, (at(inputs, 0).shape.at(-1) ?? 0) + node.channels),
  backward: (_, { inputs, gradient }) => [selectChannels(gradient, 0, at(inputs, 0).shape.at(-1) ?? 0)],
};
