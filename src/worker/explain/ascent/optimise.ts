import type { AscentSettings } from '../../../shared/ascent';
import { add, div, maximum, mean, mul, sqrt, square, sum, type Tensor } from '../../kernels/tensor';

/** Adam's first and second moments. */
export interface Moments {
  readonly first: Tensor;
  readonly second: Tensor;
}

const beta1 = 0.9;
const beta2 = 0.999;

/**
 * The normalised gradient for `l2` (divided by its L2 norm, at least ε) and `rms` (divided by its root mean square plus
 * ε); Adam normalises by its own moments.
 */
export function normaliseGradient(gradient: Tensor, { optimiser, epsilon }: AscentSettings): Tensor {
  switch (optimiser) {
    case 'l2':
      return div(gradient, maximum(sqrt(sum(square(gradient))), epsilon));
    case 'rms':
      return div(gradient, add(sqrt(mean(square(gradient))), epsilon));
    case 'adam':
      return gradient;
  }
}

/** Adam (Kingma and Ba, 2015), upwards: the step to add and the new moments after step `step` (from 1). */
export function adamStep(
  gradient: Tensor,
  moments: Moments,
  step: number,
  { rate, epsilon }: AscentSettings,
): { change: Tensor; moments: Moments } {
  const first = add(mul(moments.first, beta1), mul(gradient, 1 - beta1));
  const second = add(mul(moments.second, beta2), mul(square(gradient), 1 - beta2));
  const unbiasedFirst = div(first, 1 - beta1 ** step);
  const unbiasedSecond = div(second, 1 - beta2 ** step);
  return {
    change: mul(div(unbiasedFirst, add(sqrt(unbiasedSecond), epsilon)), rate),
    moments: { first, second },
  };
}
