import type { Counts, GroupSummary, Interval, Quantity } from '../people';
import { createRandom } from '../random';
import { meanInterval } from '../statistics/meanInterval';
import { rateInterval } from '../statistics/rateInterval';
import { type Person, personMeans } from './personMeans';
import { allQuantities, boundsOf, conditionNames, perRegion } from './quantities';

export interface Resampling {
  readonly seed: number;
  readonly resamples: number;
}

/** Means over the persons of a group, with 95 % intervals. @param place of the group, for its own random numbers */
export function summariseGroup(
  group: string,
  people: readonly Person[],
  place: number,
  resampling: Resampling,
): GroupSummary {
  const interval = (quantity: Quantity) => intervalOf(people, quantity, [place], resampling);
  const recognised = interval({ kind: 'recognised' });
  const named = personMeans(people, { kind: 'recognised' });
  return {
    group,
    persons: people.length,
    photos: people.reduce((sum, { rows }) => sum + rows.length, 0),
    regions: perRegion((region) => interval({ kind: 'region', region })),
    enrolled: countsOf(people.map(({ rows }) => rows.filter(({ enrolled }) => enrolled === true).length)),
    named: { persons: named.length, photos: named.reduce((sum, { photos }) => sum + photos, 0) },
    recognised: Number.isNaN(recognised.mean) ? null : recognised,
    probability: interval({ kind: 'probability' }),
    conditions: Object.fromEntries(
      conditionNames.map((condition) => [condition, interval({ kind: 'condition', condition })]),
    ) as GroupSummary['conditions'],
  };
}

const countsOf = (photos: readonly number[]): Counts => ({
  persons: photos.filter((number) => number > 0).length,
  photos: photos.reduce((sum, number) => sum + number, 0),
});

/** A quantity's mean over persons; NaN where it can be told of nobody. */
export function intervalOf(
  people: readonly Person[],
  quantity: Quantity,
  seeds: readonly number[],
  { seed, resamples }: Resampling,
): Interval {
  const means = personMeans(people, quantity);
  if (quantity.kind === 'recognised') return rateInterval(means.map(({ mean, photos }) => ({ share: mean, photos })));
  const random = createRandom(seed, ...seeds, indexOf(quantity));
  return meanInterval(
    means.map(({ mean }) => mean),
    { resamples, random, within: boundsOf(quantity) },
  );
}

/** Each quantity has random numbers of its own: one more of them changes no other. */
export const indexOf = (quantity: Quantity): number =>
  allQuantities.findIndex((one) => JSON.stringify(one) === JSON.stringify(quantity));
