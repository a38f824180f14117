import type { Node } from '../graph';
import { channelSlice } from './channelSlice';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwiseConv2d';
import { activation, affine, flatten, input } from './elementwise';
import { globalAveragePool } from './globalAveragePool';
import { add, concat } from './merge';
import { channelPad, pad, padLike } from './padding';
import { pool } from './pool';
import type { Rule } from './rule';

const rules: { [Kind in Node['kind']]: Rule<Extract<Node, { kind: Kind }>> } = {
  input,
  conv2d,
  depthwiseConv2d,
  dense,
  maxPool: pool,
  averagePool: pool,
  globalAveragePool,
  add,
  concat,
  pad,
  padLike,
  channelPad,
  channelSlice,
  affine,
  activation,
  flatten,
};

/** The forward and backward rule for a node. */
export const ruleOf = <N extends Node>(node: N): Rule<N> => rules[node.kind] as unknown as Rule<N>;

/** The activation that a node applies to its own output. */
export const activationOf = (node: Node) => ('activation' in node ? node.activation : 'linear');
