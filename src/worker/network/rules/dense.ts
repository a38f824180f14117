import { denseGradient, denseProduct } from '../../kernels/denseProduct';
import { add, type Tensor } from '../../kernels/tensor';
import { activate } from '../activation';
import type { DeviceWeights } from '../deviceWeights';
import type { DenseNode } from '../graph';
import { at, type Rule } from './rule';

const blocksOf = ({ kernel }: DenseNode, weights: DeviceWeights): readonly Tensor[] =>
  weights.blocks(kernel).map((block) => block.tensor);

/** y = activation(x · kernel + bias), x [batch, units in]; a large kernel in blocks of rows. */
export const dense: Rule<DenseNode> = {
  shape: (node) => [node.kernel.shape[1] ?? 0],
  forward: (node, inputs, weights) => {
    const product = denseProduct(at(inputs, 0), blocksOf(node, weights));
    return activate(node.bias ? add(product, weights.tensor(node.bias)) : product, node.activation);
  },
  backward: (node, { gradient, weights }) => [denseGradient(gradient, blocksOf(node, weights))],
};
