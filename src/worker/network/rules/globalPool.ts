import { maxPool, maxPoolGradient } from '../../kernels/pooling';
import { mean, mul, ones, reshape, type Tensor } from '../../kernels/tensor';
import type { GlobalPoolNode } from '../graph';
import { at, type Rule } from './rule';

/** One window over the whole picture. */
const wholeWindow = ([, height = 1, width = 1]: readonly number[]) =>
  ({ size: [height, width], strides: [height, width], padding: 'valid' }) as const;

/**
 * Mean or largest value over height and width: [batch, height, width, channels] → [batch, channels] or [batch, 1, 1,
 * channels].
 */
export const globalPool: Rule<GlobalPoolNode> = {
  shape: ({ keepDimensions }, inputs) => {
    const channels = at(inputs, 0)[2] ?? 0;
    return keepDimensions ? [1, 1, channels] : [channels];
  },
  forward: ({ kind, keepDimensions }, inputs) => {
    const x = at(inputs, 0);
    if (kind === 'globalAveragePool') return mean(x, [1, 2], keepDimensions);
    const largest = maxPool(x, wholeWindow(x.shape));
    return keepDimensions ? largest : reshape(largest, [x.shape[0] ?? 1, x.shape[3] ?? 1]);
  },
  backward: ({ kind }, { inputs, output, gradient }) => {
    const x = at(inputs, 0);
    const [batch = 1, height = 1, width = 1, channels = 1] = x.shape;
    const cell = (tensor: Tensor) => reshape(tensor, [batch, 1, 1, channels]);
    if (kind === 'globalMaxPool') return [maxPoolGradient(cell(gradient), x, cell(output), wholeWindow(x.shape))];
    const share: Tensor = mul(cell(gradient), 1 / (height * width));
    return [mul(share, ones([batch, height, width, channels]))];
  },
};
