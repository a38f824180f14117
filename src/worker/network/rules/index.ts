import type { Node } from '../graph';
import { channelSlice } from './channelSlice';
import { merge } from './combine';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwiseConv2d';
import { activation, affine, input } from './elementwise';
import { globalPool } from './globalPool';
import { add, concat } from './merge';
import { channelPad, pad, padLike } from './padding';
import { pointwise, prelu } from './pointwise';
import { pool } from './pool';
import { reduce } from './reduce';
import { crop, flatten, reshape, space, transpose } from './reshaping';
import { resize } from './resize';
import type { Rule } from './rule';

const rules: { [Kind in Node['kind']]: Rule<Extract<Node, { kind: Kind }>> } = {
  input,
  conv2d,
  depthwiseConv2d,
  dense,
  maxPool: pool,
  averagePool: pool,
  globalAveragePool: globalPool,
  globalMaxPool: globalPool,
  add,
  merge,
  concat,
  pad,
  padLike,
  channelPad,
  channelSlice,
  crop,
  affine,
  activation,
  pointwise,
  prelu,
  flatten,
  reshape,
  transpose,
  reduce,
  resize,
  depthToSpace: space,
  spaceToDepth: space,
};

/** The forward and backward rule for a node. */
export const ruleOf = <N extends Node>(node: N): Rule<N> => rules[node.kind] as unknown as Rule<N>;

/** The activation that a node applies to its own output. */
export const activationOf = (node: Node) => ('activation' in node ? node.activation : 'linear');
