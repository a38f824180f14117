import type { Bounds } from './interval';
import { correlationOf, type PersonRate, rateDifference, rateInterval } from './rateInterval';

/**
 * How a rate over persons changes, with Newcombe's interval for paired rates: `rateDifference` of the same persons twice.
 * NaN without persons.
 * @param after, before of the same persons in the same order
 * @throws RangeError when they are not as many
 */
export function pairedRateDifference(
  after: readonly PersonRate[],
  before: readonly PersonRate[],
): Bounds & { readonly mean: number } {
  if (after.length !== before.length) throw new RangeError('A change is told of the same persons twice.');
  const shares = (rates: readonly PersonRate[]) => rates.map(({ share }) => share);
  const correlation = correlationOf(shares(after), shares(before));
  const { difference, low, high } = rateDifference(rateInterval(after), rateInterval(before), correlation);
  return { mean: difference, low, high };
}
