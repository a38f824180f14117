import { add, matMul, type Tensor } from '../../kernels/tensor';
import { activate } from '../activation';
import type { DenseNode } from '../graph';
import { at, type Rule } from './rule';

/** y = activation(x · kernel + bias), x [batch, units in]. */
export const dense: Rule<DenseNode> = {
  shape: (node) => [node.kernel.shape[1] ?? 0],
  forward: (node, inputs, weights) => {
    const product = matMul(at(inputs, 0) as never, weights.tensor(node.kernel) as never) as Tensor;
    return activate(node.bias ? add(product, weights.tensor(node.bias)) : product, node.activation);
  },
  backward: (node, { gradient, weights }) => [
    matMul(gradient as never, weights.tensor(node.kernel) as never, false, true) as Tensor,
  ],
};
