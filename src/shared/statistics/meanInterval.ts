import type { Random } from '../random';
import { type Bounds, clip, confidence, farthestReach, reachOf } from './interval';
import { type Moments, moments, standardError } from './moments';
import { studentisedQuantiles } from './studentisedQuantiles';
import { studentQuantile } from './studentQuantile';

/** Fewer values have too few different resamples: 3 have ten. */
export const fewestResampled = 8;

export interface IntervalOptions {
  readonly resamples: number;
  /** Of the seed, for this interval alone. */
  readonly random: Random;
  /** What the mean cannot leave; null: nothing. */
  readonly within: Bounds | null;
}

/**
 * A mean with its 95 % interval from resampling the values: the bootstrap-t, in which every resample's mean is told in
 * units of its own standard error, low = mean − t*(0.975) · error, high = mean − t*(0.025) · error.
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, ch. 12.5. The percentile and the BCa
 * interval cover too rarely for as few values as there are persons: docs/people.md has the figures.
 *
 * No end is farther from the mean than `farthestReach` times that of Student's t interval. Fewer than eight values get
 * Student's t interval itself. One value has none (NaN), and neither have values that are all the same: without any
 * spread they do not tell how far the next one may be.
 */
export function meanInterval(
  values: ArrayLike<number>,
  options: IntervalOptions,
): Bounds & { readonly mean: number; readonly bounded?: true } {
  const whole = moments(values);
  const { n, mean } = whole;
  const error = standardError(whole);
  if (n < 2 || error === 0) return { mean, low: Number.NaN, high: Number.NaN };
  const t = studentQuantile((1 + confidence) / 2, n - 1);
  if (n < fewestResampled) return { mean, ...clip({ low: mean - t * error, high: mean + t * error }, options.within) };
  const farthest = farthestReach * t;
  return { mean, ...reachOf({ mean, error, farthest }, resampled(values, whole, farthest, options), options.within) };
}

function resampled(
  values: ArrayLike<number>,
  whole: Moments,
  farthest: number,
  { resamples, random }: IntervalOptions,
) {
  const { n, mean } = whole;
  const drawn = new Float64Array(n);
  const draw = () => {
    for (let i = 0; i < n; i++) drawn[i] = values[Math.floor(n * random())] as number;
    const { mean: other, variance } = moments(drawn);
    return { distance: other - mean, error: Math.sqrt(variance / n) };
  };
  return studentisedQuantiles(resamples, farthest, draw);
}
