import { pad, slice, type Tensor } from '../../kernels/tensor';
import type { ChannelSliceNode } from '../graph';
import { at, type Rule } from './rule';

/** One channel of any tensor, its last dimension kept at size 1. */
export const channelSlice: Rule<ChannelSliceNode> = {
  shape: (_, inputs) => [...at(inputs, 0).slice(0, -1), 1],
  forward: (node, inputs) => {
    const { shape } = at(inputs, 0);
    const last = shape.length - 1;
    return slice(
      at(inputs, 0),
      shape.map((_, axis) => (axis === last ? node.channel : 0)),
      shape.map((size, axis) => (axis === last ? 1 : size)),
    );
  },
  backward: (node, { inputs, gradient }) => {
    const { shape } = at(inputs, 0);
    const after = (shape.at(-1) ?? 1) - node.channel - 1;
    const zeros = shape.map((_, axis): [number, number] =>
      axis === shape.length - 1 ? [node.channel, after] : [0, 0],
    );
    return [pad(gradient as Tensor, zeros)];
  },
};
