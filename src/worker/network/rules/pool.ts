import { averagePool, averagePoolGradient, maxPool, maxPoolGradient } from '../../kernels/pooling';
import type { PoolNode } from '../graph';
import { windowOutput } from './geometry';
import { at, type Rule } from './rule';

/** Largest or mean value of a window. */
export const pool: Rule<PoolNode> = {
  shape: (node, inputs) => {
    const [height = 0, width = 0, channels = 0] = at(inputs, 0);
    const { size, strides, padding } = node;
    return [...windowOutput(height, width, { extent: size, strides, padding }), channels];
  },
  forward: (node, inputs) => (node.kind === 'maxPool' ? maxPool : averagePool)(at(inputs, 0), node),
  backward: (node, { inputs, output, gradient }) => [
    node.kind === 'maxPool'
      ? maxPoolGradient(gradient, at(inputs, 0), output, node)
      : averagePoolGradient(gradient, at(inputs, 0), node),
  ],
};
