import { selectChannels } from '../../kernels/selectChannels';
import type { ChannelSliceNode } from '../graph';
import { at, type Rule } from './rule';

/** One channel of any tensor, its last dimension kept at size 1. */
export const channelSlice: Rule<ChannelSliceNode> = {
  shape: (_, inputs) => [...at(inputs, 0).slice(0, -1), 1],
  forward: (node, inputs) => selectChannels(at(inputs, 0), node.channel, 1),
  backward: (node, { inputs, gradient }) => [selectChannels(gradient, -node.channel, at(inputs, 0).shape.at(-1) ?? 1)],
};
