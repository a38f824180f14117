import { regions } from '../face';
import type { Interval } from '../people';
import { createRandom } from '../random';
import { meanInterval } from '../statistics/meanInterval';
import { pairedRateDifference } from '../statistics/pairedRateDifference';
import { rateInterval } from '../statistics/rateInterval';
import { compareHeads } from './compareHeads';
import { type Averages, byPerson, distinct, groupsOf, type HeadTrial, ratesOf } from './headTrials';
import { perRegion } from './quantities';
import type { Resampling } from './summariseGroup';
import type { HeadChange, HeadKind, HeadResult, TrainingStudy } from './trainingStudy';

type Summary = Pick<
  TrainingStudy,
  'results' | 'changes' | 'differences' | 'refusals' | 'tests' | 'resamples' | 'splits'
>;

/** With which head another can be compared: one that was told as many names. */
const baselines: Readonly<Partial<Record<HeadKind, Pick<HeadChange, 'head' | 'against'>>>> = {
  masked: { head: 'masked', against: 'plain' },
  balanced: { head: 'balanced', against: 'fewer' },
};

/**
 * Trials averaged by person, with 95 % intervals over persons, for all of them and by group; each head against one that
 * knows as many names, on the same trials; and each head's groups against each other. In steps of well below a second.
 */
export function* trainingSteps(
  trials: readonly HeadTrial[],
  resampling: Resampling,
): Generator<undefined, Summary, undefined> {
  const kinds = distinct(trials.map(({ head }) => head));
  const groups = [null, ...groupsOf(trials)];
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
        const baseline = baselines[head];
        const pairs = baseline === undefined ? [] : pairTrials(seen, baseline);
        if (baseline !== undefined && pairs.length > 0)
          changes.push({ ...baseline, view, group, ...changeOf(pairs, resampling, i) });
      }
    }
  }
  const { differences, refusals, splits } = yield* compareHeads(trials, resampling);
  const { resamples } = resampling;
  return { results, changes, differences, refusals, tests: differences.length, resamples, splits };
}

function resultOf(people: ReadonlyMap<string, Averages>, resampling: Resampling, place: number) {
  const all = [...people.values()];
  const interval = intervals(resampling, place, { low: 0, high: 1 });
  return {
    persons: all.length,
    photos: all.reduce((sum, { photos }) => sum + photos, 0),
    recognised: rateInterval(ratesOf(all)),
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

interface Pair {
  readonly before: Averages;
  readonly after: Averages;
}

/** Heads that know some of the persons only are compared on the photos that both were tried on. */
function pairTrials(
  seen: readonly HeadTrial[],
  { head, against }: Pick<HeadChange, 'head' | 'against'>,
): readonly Pair[] {
  const of = (kind: HeadKind) => seen.filter((trial) => trial.head === kind);
  const photos = (trials: readonly HeadTrial[]) => new Set(trials.map(({ photo }) => photo));
  const [first, second] = [of(head), of(against)];
  const [known, also] = [photos(first), photos(second)];
  const after = byPerson(first.filter(({ photo }) => also.has(photo)));
  const before = byPerson(second.filter(({ photo }) => known.has(photo)));
  return [...after].flatMap(([person, one]) => {
    const other = before.get(person);
    return other === undefined ? [] : [{ before: other, after: one }];
  });
}

function changeOf(pairs: readonly Pair[], resampling: Resampling, place: number) {
  const interval = intervals(resampling, place, { low: -1, high: 1 });
  const changes = (value: (averages: Averages) => number, index: number) =>
    interval(
      pairs.map(({ before, after }) => value(after) - value(before)),
      index,
    );
  return {
    persons: pairs.length,
    photos: pairs.reduce((sum, { after }) => sum + after.photos, 0),
    recognised: recognisedChange(pairs),
    probability: changes(({ probability }) => probability, regions.length),
    regions: perRegion((region) => changes((person) => person.regions[region], regions.indexOf(region))),
  };
}

const recognisedChange = (pairs: readonly Pair[]): Interval =>
  pairedRateDifference(ratesOf(pairs.map(({ after }) => after)), ratesOf(pairs.map(({ before }) => before)));

const intervals =
  ({ seed, resamples }: Resampling, place: number, within: { readonly low: number; readonly high: number }) =>
  (values: readonly number[], index: number): Interval =>
    meanInterval(values, { resamples, random: createRandom(seed, place, index, 2), within });
