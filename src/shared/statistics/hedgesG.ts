import { moments } from './moments';

/**
 * The standardised difference of two means (the first minus the second): over the pooled standard deviation, times
 * 1 − 3 / (4 (n + m) − 9), which takes off most of its bias in small samples.
 * Source: L. V. Hedges, “Distribution theory for Glass's estimator of effect size”, J. Educational Statistics 6(2),
 * 1981. 0 where nothing differs; ±Infinity where the means differ and nothing else does; NaN for fewer than three
 * values in all.
 */
export function hedgesG(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [first, second] = [moments(a), moments(b)];
  const freedom = first.n + second.n - 2;
  if (freedom < 1 || first.n === 0 || second.n === 0) return Number.NaN;
  const pooled = Math.sqrt(((first.n - 1) * first.variance + (second.n - 1) * second.variance) / freedom);
  const difference = first.mean - second.mean;
  // Means of equal values may differ by rounding: that is no difference.
  const isNone = Math.abs(difference) <= 1e-12 * Math.max(Math.abs(first.mean), Math.abs(second.mean));
  if (pooled === 0) return isNone ? 0 : Math.sign(difference) * Number.POSITIVE_INFINITY;
  return (difference / pooled) * (1 - 3 / (4 * freedom - 1));
}
