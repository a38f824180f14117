import type { Quantity } from '../people';
import { rateInterval } from '../statistics/rateInterval';
import { type Averages, byPerson, distinct, groupsOf, type HeadTrial, ratesOf } from './headTrials';
import { correctAll, pairSteps, type RawDifference, type Sample, testsAmong, tooFewOf } from './pairSteps';
import type { PersonMean } from './personMeans';
import { allQuantities } from './quantities';
import type { Resampling } from './summariseGroup';
import type { HeadDifference, HeadKind, HeadRefusal, HeldOutView, TrainingStudy } from './trainingStudy';

/** A head's map says nothing of a photo's conditions. */
const quantities = allQuantities.filter(({ kind }) => kind !== 'condition');

type Compared = Pick<TrainingStudy, 'differences' | 'refusals' | 'splits'>;

/** Every two groups, for each head and view by itself: tests, intervals and effects as between groups of photos. */
export function* compareHeads(
  trials: readonly HeadTrial[],
  resampling: Resampling,
): Generator<undefined, Compared, undefined> {
  const groups = groupsOf(trials);
  const differences: (RawDifference & Pick<HeadDifference, 'head' | 'view'>)[] = [];
  const refusals: HeadRefusal[] = [];
  const [heads, views] = [distinct(trials.map(({ head }) => head)), distinct(trials.map(({ view }) => view))];
  const rounds = heads.flatMap((head) =>
    views.map((view) => {
      const own = trials.filter((trial) => trial.head === head && trial.view === view);
      const samples = groups.map((group, i) => sampleOf(group, byPerson(own.filter((one) => one.group === group)), i));
      return { head, view, samples };
    }),
  );
  const tests = rounds.reduce((sum, { samples }) => sum + testsAmong(samples, quantities), 0);
  let splits = 0;
  for (const { head, view, samples } of rounds) {
    const tooFew = tooFewOf(samples, { quantities, rounds: rounds.length });
    if (tooFew !== null && !refusals.some((one) => one.head === head)) refusals.push({ head, tooFew });
    const seeds = [4, headSeeds[head], viewSeeds[view]];
    const found = yield* pairSteps(samples, { ...resampling, quantities, seeds, tests, most: 1 });
    splits = found.splits;
    differences.push(...found.differences.map((one) => ({ ...one, head, view })));
  }
  return { differences: correctAll(differences), refusals, splits };
}

const headSeeds: Readonly<Record<HeadKind, number>> = { plain: 0, masked: 1, balanced: 2, fewer: 3 };
const viewSeeds: Readonly<Record<HeldOutView, number>> = { open: 0, eyes: 1, 'lower-face': 2, unseen: 3 };

function sampleOf(group: string, people: ReadonlyMap<string, Averages>, place: number): Sample {
  const all = [...people.values()];
  const means = (quantity: Quantity) =>
    all.map((one): PersonMean => ({ mean: quantityOf(one, quantity), photos: one.photos }));
  return { group, persons: all.length, place, means, rate: () => rateInterval(ratesOf(all)) };
}

function quantityOf(averages: Averages, quantity: Quantity): number {
  if (quantity.kind === 'region') return averages.regions[quantity.region];
  return quantity.kind === 'recognised' ? averages.right : averages.probability;
}
