import type { Bounds } from './interval';
import { moments } from './moments';
import { correlationOf, type PersonRate, rateDifference, rateInterval, trialsOf } from './rateInterval';

/**
 * How a rate over persons changes, with Newcombe's interval for paired rates: `rateDifference` of the same persons
 * twice, with the correction for continuity that he recommends (`correctedCorrelation`). Without it, two persons of
 * whom one is always right and one never, before and after, have a correlation of 1 and an interval without any width.
 *
 * Where nobody's rate changes, no end is nearer than that of Wilson's interval for none of so many: as many persons who
 * do not change tell as much of a change, whatever their rates are. NaN without persons.
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
  if (after.some(({ share }, i) => share !== before[i]?.share)) return { mean: difference, low, high };
  const { high: least } = rateInterval(after.map(() => ({ share: 0, photos: 1 })));
  return { mean: 0, low: Math.min(low, -least), high: Math.max(high, least) };
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
