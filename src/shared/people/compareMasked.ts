import type { Region } from '../face';
import type { Interval, MaskLoss } from '../people';
import type { MaskComparison, PeopleRow } from '../protocol';
import { createRandom } from '../random';
import { meanInterval } from '../statistics/meanInterval';
import { correlationOf, rateDifference, rateInterval } from '../statistics/rateInterval';
import { type Person, peopleByGroup, personMeans } from './personMeans';
import { perRegion } from './quantities';
import { indexOf } from './summariseGroup';

/**
 * What a mask changes in each group, as differences with the mask minus without it: photo by photo, averaged by person,
 * with persons resampled. The recognised share has Newcombe's interval for paired rates.
 * @param open, masked rows of the same photos in the same order
 */
export function compareMasked({ open, masked, seed, resamples }: MaskComparison): readonly MaskLoss[] {
  if (open.length !== masked.length) throw new RangeError('Each photo is measured without and with the mask.');
  const before = peopleByGroup(open);
  const after = peopleByGroup(masked);
  return [...before].map(([group, people], place) => {
    const others = after.get(group) ?? [];
    const change = (value: (row: PeopleRow) => number, index: number): Interval =>
      meanInterval(
        people.map((person, i) => averageOf(others[i], value) - averageOf(person, value)),
        { resamples, random: createRandom(seed, place, index, 1), within: { low: -1, high: 1 } },
      );
    return {
      group,
      persons: people.length,
      photos: people.reduce((sum, { rows }) => sum + rows.length, 0),
      recognised: recognisedChange(people, others),
      probability: change(({ probability }) => probability, indexOf({ kind: 'probability' })),
      regions: perRegion((region: Region) => change((row) => row.regions[region], indexOf({ kind: 'region', region }))),
    };
  });
}

function averageOf(person: Person | undefined, value: (row: PeopleRow) => number): number {
  const rows = person?.rows ?? [];
  return rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
}

function recognisedChange(before: readonly Person[], after: readonly Person[]): Interval | null {
  const [open, masked] = [before, after].map((people) => personMeans(people, { kind: 'recognised' }));
  if (open === undefined || masked === undefined || open.length === 0) return null;
  const rate = (people: typeof open) => rateInterval(people.map(({ mean, photos }) => ({ share: mean, photos })));
  const correlation = correlationOf(
    masked.map(({ mean }) => mean),
    open.map(({ mean }) => mean),
  );
  const { difference, low, high } = rateDifference(rate(masked), rate(open), correlation);
  return { mean: difference, low, high };
}
