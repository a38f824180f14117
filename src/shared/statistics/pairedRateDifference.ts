import type { Bounds } from './interval';
import { moments } from './moments';
import { correlationOf, type PersonRate, rateDifference, rateInterval, trialsOf } from './rateInterval';

/**
 * How a rate over persons changes, with Newcombe's interval for paired rates: `rateDifference` of the same persons
 * twice, with the correction for continuity that he recommends (`correctedCorrelation`). Without it, two persons of
 * whom one is always right and one never, before and after, have a correlation of 1 and an interval without any width.
 *
 * A study often meets nobody of the few who change much, and those whom it meets then say nothing of them. So no end is
 * nearer than such persons could move it: Wilson's interval for none of so many says how many they may be, and each may
 * change by 1 where anybody here changed by `most` at most. Where nobody changes at all, the ends are Wilson's; where
 * one person changes wholly, this adds nothing. It makes wide what all change alike by a little. NaN without persons.
 * @param after, before of the same persons in the same order
 * @throws RangeError when they are not as many
 */
export function pairedRateDifference(
  after: readonly PersonRate[],
  before: readonly PersonRate[],
): Bounds & { readonly mean: number } {
  if (after.length !== before.length) throw new RangeError('A change is told of the same persons twice.');
  const [second, first] = [rateInterval(after), rateInterval(before)];
  const correlation = correctedCorrelation(after, before);
  const { difference, low, high } = rateDifference(second, first, correlation);
  const most = Math.max(0, ...after.map(({ share }, i) => Math.abs(share - (before[i]?.share ?? share))));
  const unseen = (1 - most) * rateInterval(after.map(() => ({ share: 0, photos: 1 }))).high;
  return { mean: difference, low: Math.min(low, difference - unseen), high: Math.max(high, difference + unseen) };
}

/**
 * Pearson's correlation of two rates over persons, brought nearer to 0 where it is positive: for persons with one photo
 * each it is Newcombe's corrected φ, (ad − bc − n / 2) / √((a + b)(c + d)(a + c)(b + d)), not below 0; with several
 * photos each, n is what they are worth (`trialsOf`). Source: R. G. Newcombe, “Improved confidence intervals for the
 * difference between binomial proportions based on paired data”, Statistics in Medicine 17, 1998, method 10.
 */
function correctedCorrelation(a: readonly PersonRate[], b: readonly PersonRate[]): number {
  const shares = [a, b].map((rates) => rates.map(({ share }) => share)) as [number[], number[]];
  const correlation = correlationOf(...shares);
  if (correlation <= 0) return correlation;
  const [p, q] = shares.map((own) => moments(own).mean) as [number, number];
  const trials = Math.min(trialsOf(a), trialsOf(b));
  return Math.max(0, correlation - 1 / (2 * trials * Math.sqrt(p * (1 - p) * q * (1 - q))));
}
