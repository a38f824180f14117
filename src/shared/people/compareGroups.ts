import type { PeopleComparison, PeopleRow } from '../calls/peopleCalls';
import type { GroupComparison } from '../people';
import { correctAll, pairSteps, type Sample, tooFewOf } from './pairSteps';
import { peopleByGroup, personMeans } from './personMeans';
import { allQuantities } from './quantities';
import { intervalOf, summariseGroup } from './summariseGroup';

type Options = Omit<PeopleComparison, 'rows'>;

/**
 * Groups of people compared: means over persons with 95 % intervals; and for each two groups of `minimumPersons` or
 * more, differences with intervals, permutation tests, effect sizes, and q-values over all tests of the comparison. The
 * same rows, seed and number of resamples give the same figures.
 * @param rows photos; those in no group are left out
 */
export function compareGroups(rows: readonly PeopleRow[], options: Options): GroupComparison {
  const steps = comparisonSteps(rows, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of well below a second, so that a worker can look at its messages in between. */
export function* comparisonSteps(
  rows: readonly PeopleRow[],
  options: Options,
): Generator<undefined, GroupComparison, undefined> {
  const { seed, resamples } = options;
  const groups = [...peopleByGroup(rows)].map(([group, people], place) => ({ group, people, place }));
  const summaries = [];
  for (const { group, people, place } of groups) {
    summaries.push(summariseGroup(group, people, place, options));
    yield;
  }
  const samples = groups.map(
    ({ group, people, place }): Sample => ({
      ...{ group, persons: people.length, place },
      means: (quantity) => personMeans(people, quantity),
      rate: () => intervalOf(people, { kind: 'recognised' }, [place], options),
    }),
  );
  const quantities = allQuantities.filter(({ kind }) => options.quantities?.includes(kind) ?? true);
  const { differences, untested, splits } = yield* pairSteps(samples, {
    seed,
    resamples,
    quantities,
    seeds: [],
    most: 1,
  });
  return {
    groups: summaries,
    differences: correctAll(differences),
    tooFew: tooFewOf(samples, { quantities }),
    ...{ untested, tests: differences.length, seed, resamples, splits },
  };
}
