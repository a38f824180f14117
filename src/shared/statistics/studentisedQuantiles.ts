import { confidence } from './interval';
import { sortedQuantile } from './quantile';

/** A resample's distance from what was resampled, and its own standard error. */
export interface Resample {
  readonly distance: number;
  readonly error: number;
}

/**
 * The 2.5 % and 97.5 % quantiles of distance / error over resamples. One without spread counts as infinitely far, so that it
 * is not simply left out; null where so many are that a quantile is infinite.
 */
export function studentisedQuantiles(resamples: number, draw: () => Resample): readonly [number, number] | null {
  const ratios = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    const { distance, error } = draw();
    ratios[i] = distance === 0 ? 0 : distance / error;
  }
  ratios.sort();
  const [lower, upper] = [(1 - confidence) / 2, (1 + confidence) / 2].map((share) => sortedQuantile(ratios, share));
  const isTold = Number.isFinite(lower) && Number.isFinite(upper);
  return isTold ? [lower as number, upper as number] : null;
}
