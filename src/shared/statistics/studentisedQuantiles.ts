import { confidence } from './interval';
import { sortedQuantile } from './quantile';

/** A resample's distance from what was resampled, and its own standard error. */
export interface Resample {
  readonly distance: number;
  readonly error: number;
}

/**
 * The 2.5 % and 97.5 % quantiles of distance / error over resamples, each no farther from 0 than `farthest`. A resample
 * without spread counts as that far, so that it is not simply left out.
 */
export function studentisedQuantiles(
  resamples: number,
  farthest: number,
  draw: () => Resample,
): readonly [lower: number, upper: number] {
  const ratios = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    const { distance, error } = draw();
    ratios[i] = distance === 0 ? 0 : Math.max(-farthest, Math.min(farthest, distance / error));
  }
  ratios.sort();
  return [sortedQuantile(ratios, (1 - confidence) / 2), sortedQuantile(ratios, (1 + confidence) / 2)];
}
