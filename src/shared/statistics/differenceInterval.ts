import { clip, confidence, farthestReach, reachOf } from './interval';
import { fewestResampled, type IntervalOptions } from './meanInterval';
import { type Moments, moments, welchError } from './moments';
import { studentisedQuantiles } from './studentisedQuantiles';
import { studentQuantile } from './studentQuantile';

/**
 * The difference of two means (the first minus the second) with its 95 % bootstrap-t interval: each sample is resampled
 * by itself, and the difference told in units of the resamples' Welch error. Source: as `meanInterval`. No end is
 * farther than `farthestReach` times that of Welch's t interval. Below eight values Welch's t interval itself takes its
 * place, with the degrees of freedom of F. E. Satterthwaite, Biometrics Bulletin 2(6), 1946, rounded down. NaN where a
 * sample has fewer than two values, or only equal ones: it would count as known for certain.
 */
export function differenceInterval(a: ArrayLike<number>, b: ArrayLike<number>, options: IntervalOptions) {
  const [first, second] = [moments(a), moments(b)];
  const difference = first.mean - second.mean;
  if ([first, second].some(({ n, variance }) => n < 2 || variance === 0))
    return { difference, low: Number.NaN, high: Number.NaN };
  const error = welchError(first, second);
  const enough = Math.min(first.n, second.n) >= fewestResampled;
  const t = welchQuantile(first, second);
  if (!enough)
    return { difference, ...clip({ low: difference - t * error, high: difference + t * error }, options.within) };
  const farthest = farthestReach * t;
  const quantiles = resampled(a, b, { difference, farthest }, options);
  return { difference, ...reachOf({ mean: difference, error, farthest }, quantiles, options.within) };
}

function resampled(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { difference, farthest }: { readonly difference: number; readonly farthest: number },
  { resamples, random }: IntervalOptions,
) {
  const samples = [a, b].map((values) => ({ values, drawn: new Float64Array(values.length) }));
  const draw = () => {
    const [first, second] = samples.map(({ values, drawn }) => {
      for (let i = 0; i < drawn.length; i++) drawn[i] = values[Math.floor(drawn.length * random())] as number;
      return moments(drawn);
    }) as [Moments, Moments];
    return { distance: first.mean - second.mean - difference, error: welchError(first, second) };
  };
  return studentisedQuantiles(resamples, farthest, draw);
}

/** Of Student's t with Satterthwaite's degrees of freedom, 97.5 %. */
function welchQuantile(a: Moments, b: Moments): number {
  const [u, v] = [a.variance / a.n, b.variance / b.n];
  const freedom = (u + v) ** 2 / (u ** 2 / (a.n - 1) + v ** 2 / (b.n - 1));
  return studentQuantile((1 + confidence) / 2, Math.max(1, Math.floor(freedom + 1e-9)));
}
