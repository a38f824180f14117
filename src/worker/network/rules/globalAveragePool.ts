import { mean, mul, ones, reshape, type Tensor } from '../../kernels/tensor';
import type { GlobalAveragePoolNode } from '../graph';
import { at, type Rule } from './rule';

/** Mean over height and width: [batch, height, width, channels] → [batch, channels]. */
export const globalAveragePool: Rule<GlobalAveragePoolNode> = {
  shape: (_, inputs) => [at(inputs, 0)[2] ?? 0],
  forward: (_, inputs) => mean(at(inputs, 0), [1, 2]),
  backward: (_, { inputs, gradient }) => {
    const [batch = 1, height = 1, width = 1, channels = 1] = at(inputs, 0).shape;
    const share: Tensor = mul(reshape(gradient, [batch, 1, 1, channels]), 1 / (height * width));
    return [mul(share, ones([batch, height, width, channels]))];
  },
};
