import { createRandom } from '../../../shared/random';
import type { Conv2dNode, DenseNode, DepthwiseConv2dNode, Node } from '../../network/graph';
import { randomWeight } from './randomWeight';

type LearnedNode = Conv2dNode | DepthwiseConv2dNode | DenseNode;

/** Nodes with learned weights; batch normalisations are folded into them where they can be. */
export const isLearned = (node: Node): node is LearnedNode =>
  node.kind === 'conv2d' || node.kind === 'depthwiseConv2d' || node.kind === 'dense';

/** The node with random weights and biases in the place of its own, each of their mean and standard deviation. */
export async function randomNode(signal: AbortSignal, node: LearnedNode, seed: number): Promise<LearnedNode> {
  const bias = node.bias && (await randomWeight(signal, node.bias, createRandom(seed, 1)));
  if (node.kind === 'dense') {
    return { ...node, bias, kernel: await randomWeight(signal, node.kernel, createRandom(seed, 0)) };
  }
  return { ...node, bias, filter: await randomWeight(signal, node.filter, createRandom(seed, 0)) };
}
