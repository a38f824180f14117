import { type Bounds, confidence } from './interval';
import { moments } from './moments';
import { normalQuantile } from './normalQuantile';
import { studentQuantile } from './studentQuantile';

/** How often something is right for one person: a share of their photos. */
export interface PersonRate {
  readonly share: number;
  readonly photos: number;
}

type Rate = Bounds & { readonly mean: number };

/**
 * A rate over persons with its 95 % interval by Wilson's score (E. B. Wilson, JASA 22, 1927), for as many trials as the
 * spread between persons makes the photos worth: p (1 − p) / (variance of the mean), corrected for the few degrees of
 * freedom (E. L. Korn and B. I. Graubard, “Confidence intervals for proportions with small expected number of
 * positive counts estimated from survey data”, Survey Methodology 24(2), 1998), at least the persons and at most the
 * photos.
 *
 * A bootstrap cannot do this: where everybody was recognised, so is everybody in every resample, and the interval would
 * claim a certainty that nobody has.
 */
export function rateInterval(rates: readonly PersonRate[]): Rate {
  const { n, mean } = moments(rates.map(({ share }) => share));
  if (n === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
  return { mean, ...wilson(mean, trialsOf(rates)) };
}

/** As many trials as the photos are worth, by the spread between persons. */
export function trialsOf(rates: readonly PersonRate[]): number {
  const { n: persons, mean, variance } = moments(rates.map(({ share }) => share));
  if (persons < 2 || variance === 0) return persons;
  const photos = rates.reduce((sum, rate) => sum + rate.photos, 0);
  const correction = (z / studentQuantile((1 + confidence) / 2, persons - 1)) ** 2;
  const worth = ((mean * (1 - mean) * persons) / variance) * correction;
  return Math.min(photos, Math.max(persons, worth));
}

const z = normalQuantile((1 + confidence) / 2);

function wilson(mean: number, trials: number): Bounds {
  const middle = (mean + z ** 2 / (2 * trials)) / (1 + z ** 2 / trials);
  const half = (z / (1 + z ** 2 / trials)) * Math.sqrt((mean * (1 - mean)) / trials + z ** 2 / (4 * trials ** 2));
  return { low: Math.min(mean, Math.max(0, middle - half)), high: Math.max(mean, Math.min(1, middle + half)) };
}

/**
 * The difference of two rates (the first minus the second) with a 95 % interval from those of the rates.
 * Source: R. G. Newcombe, “Interval estimation for the difference between independent proportions”, Statistics in
 * Medicine 17, 1998, method 10; for the same persons twice his “Improved confidence intervals for the difference
 * between binomial proportions based on paired data”, ibid., which takes their correlation along. For the difference of
 * two changes of rates, whose intervals come from here, too, it is what G. Y. Zou and A. Donner, “Construction of
 * confidence limits about effect measures: a general approach”, Statistics in Medicine 27, 2008, describe.
 * @param correlation of the two rates over persons; 0 for different persons
 * @param most what the difference cannot leave: 1 for rates, 2 for changes of rates
 */
export function rateDifference(a: Rate, b: Rate, correlation = 0, most = 1) {
  const difference = a.mean - b.mean;
  const reach = (x: number, y: number) => Math.sqrt(Math.max(0, x * x - 2 * correlation * x * y + y * y));
  return {
    difference,
    low: Math.max(-most, difference - reach(a.mean - a.low, b.high - b.mean)),
    high: Math.min(most, difference + reach(a.high - a.mean, b.mean - b.low)),
  };
}

/** Pearson's correlation; 0 where one of the two does not vary. */
export function correlationOf(a: readonly number[], b: readonly number[]): number {
  const [u, v] = [moments(a), moments(b)];
  if (u.variance === 0 || v.variance === 0) return 0;
  const shared = a.reduce((sum, value, i) => sum + (value - u.mean) * ((b[i] as number) - v.mean), 0);
  return shared / (a.length - 1) / Math.sqrt(u.variance * v.variance);
}
