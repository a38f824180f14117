/** Number, mean and variance (divided by n − 1; 0 for fewer than two) of some values. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

export function moments(values: ArrayLike<number>): Moments {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += (values[i] as number) / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((values[i] as number) - mean) ** 2;
  // Equal values may differ by rounding from their own mean: that is no spread.
  const isFlat = squares <= n * (1e-12 * Math.abs(mean)) ** 2;
  return { n, mean, variance: n < 2 || isFlat ? 0 : squares / (n - 1) };
}

/** Of a mean: the square root of variance / n. */
export const standardError = ({ n, variance }: Moments): number => Math.sqrt(variance / n);

/** Of the difference of two means of unequal variances: B. L. Welch, Biometrika 34, 1947. */
export const welchError = (a: Moments, b: Moments): number => Math.sqrt(a.variance / a.n + b.variance / b.n);
