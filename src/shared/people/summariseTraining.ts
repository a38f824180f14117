import { type Region, regions } from '../face';
import type { Interval } from '../people';
import { createRandom } from '../random';
import { meanInterval } from '../statistics/meanInterval';
import { correlationOf, rateDifference, rateInterval } from '../statistics/rateInterval';
import { perRegion } from './quantities';
import type { Resampling } from './summariseGroup';
import type { HeadChange, HeadKind, HeadResult, HeldOutView, TrainingStudy } from './trainingStudy';

/** One held-out photo in one view, asked of one head. */
export interface HeadTrial {
  readonly head: HeadKind;
  readonly view: HeldOutView;
  /** Which held-out photo, or changed copy. */
  readonly photo: string;
  readonly person: string;
  readonly group: string | null;
  /** Whether the own name comes first. */
  readonly right: boolean;
  /** Of the own name. */
  readonly probability: number;
  /** Heat of the own name's map. */
  readonly regions: Readonly<Record<Region, number>>;
}

type Summary = Pick<TrainingStudy, 'results' | 'changes'>;

/**
 * Trials averaged by person, with 95 % intervals over persons, for all of them and by group; and each head against the
 * plain one on the same trials. In steps, one a table row.
 */
export function* trainingSteps(
  trials: readonly HeadTrial[],
  resampling: Resampling,
): Generator<undefined, Summary, undefined> {
  const kinds = distinct(trials.map(({ head }) => head));
  const groups = [null, ...distinct(trials.flatMap(({ group }) => group ?? []))];
  const results: HeadResult[] = [];
  const changes: HeadChange[] = [];
  for (const [i, group] of groups.entries()) {
    for (const view of distinct(trials.map((trial) => trial.view))) {
      const seen = trials.filter((trial) => trial.view === view && (group === null || trial.group === group));
      for (const head of kinds) {
        yield;
        const own = seen.filter((trial) => trial.head === head);
        if (own.length === 0) continue;
        results.push({ head, view, group, ...resultOf(byPerson(own), resampling, i) });
        if (head === 'plain') continue;
        // A balanced head knows some of the persons only.
        const photos = new Set(own.map(({ photo }) => photo));
        const plain = byPerson(seen.filter((trial) => trial.head === 'plain' && photos.has(trial.photo)));
        changes.push({ head, view, group, ...changeOf(byPerson(own), plain, resampling, i) });
      }
    }
  }
  return { results, changes };
}

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

interface Averages {
  readonly photos: number;
  readonly right: number;
  readonly probability: number;
  readonly regions: Readonly<Record<Region, number>>;
}

/** Changed copies of one photo count as photos of their person. */
function byPerson(trials: readonly HeadTrial[]): ReadonlyMap<string, Averages> {
  return new Map(
    distinct(trials.map(({ person }) => person)).map((person) => {
      const own = trials.filter((trial) => trial.person === person);
      const mean = (value: (trial: HeadTrial) => number) =>
        own.reduce((sum, trial) => sum + value(trial), 0) / own.length;
      return [
        person,
        {
          photos: own.length,
          right: mean(({ right }) => Number(right)),
          probability: mean(({ probability }) => probability),
          regions: perRegion((region) => mean((trial) => trial.regions[region])),
        },
      ];
    }),
  );
}

function resultOf(people: ReadonlyMap<string, Averages>, resampling: Resampling, place: number) {
  const all = [...people.values()];
  const interval = intervals(resampling, place, { low: 0, high: 1 });
  return {
    persons: all.length,
    photos: all.reduce((sum, { photos }) => sum + photos, 0),
    recognised: rateInterval(all.map(({ right, photos }) => ({ share: right, photos }))),
    probability: interval(
      all.map(({ probability }) => probability),
      regions.length,
    ),
    regions: perRegion((region) =>
      interval(
        all.map((person) => person.regions[region]),
        regions.indexOf(region),
      ),
    ),
  };
}

/** Of the persons whom both heads know. */
function changeOf(
  people: ReadonlyMap<string, Averages>,
  plain: ReadonlyMap<string, Averages>,
  resampling: Resampling,
  place: number,
) {
  const pairs = [...people].flatMap(([person, after]) => {
    const before = plain.get(person);
    return before === undefined ? [] : [{ before, after }];
  });
  const interval = intervals(resampling, place, { low: -1, high: 1 });
  const changes = (value: (averages: Averages) => number, index: number) =>
    interval(
      pairs.map(({ before, after }) => value(after) - value(before)),
      index,
    );
  return {
    recognised: recognisedChange(pairs),
    probability: changes(({ probability }) => probability, regions.length),
    regions: perRegion((region) => changes((person) => person.regions[region], regions.indexOf(region))),
  };
}

function recognisedChange(pairs: readonly { readonly before: Averages; readonly after: Averages }[]): Interval {
  const [before, after] = [pairs.map((pair) => pair.before), pairs.map((pair) => pair.after)];
  const rate = (people: readonly Averages[]) =>
    rateInterval(people.map(({ right, photos }) => ({ share: right, photos })));
  const shares = (people: readonly Averages[]) => people.map(({ right }) => right);
  const { difference, low, high } = rateDifference(
    rate(after),
    rate(before),
    correlationOf(shares(after), shares(before)),
  );
  return { mean: difference, low, high };
}

const intervals =
  ({ seed, resamples }: Resampling, place: number, within: { readonly low: number; readonly high: number }) =>
  (values: readonly number[], index: number): Interval =>
    meanInterval(values, { resamples, random: createRandom(seed, place, index, 2), within });
