import { type GroupComparison, type GroupDifference, minimumPersons, type Quantity, type TooFew } from '../people';
import type { PeopleComparison, PeopleRow } from '../protocol';
import { createRandom } from '../random';
import { benjaminiHochberg } from '../statistics/benjaminiHochberg';
import { differenceInterval } from '../statistics/differenceInterval';
import { hedgesG } from '../statistics/hedgesG';
import { neededPersons } from '../statistics/neededPersons';
import { permutationTest } from '../statistics/permutationTest';
import { rateDifference, rateInterval } from '../statistics/rateInterval';
import { type Person, type PersonMean, peopleByGroup, personMeans } from './personMeans';
import { allQuantities } from './quantities';
import { indexOf, type Resampling, summariseGroup } from './summariseGroup';

type Options = Omit<PeopleComparison, 'rows'>;

/** Cohen's “large”: half of the persons of one group lie beyond four fifths of the other. */
const largeEffect = 0.8;

/**
 * Groups of people compared: means over persons with 95 % intervals; and for each two groups of `minimumPersons` or more,
 * differences with intervals, permutation tests, effect sizes, and q-values over all tests of the comparison.
 * The same rows, seed and number of resamples give the same figures.
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
  const wanted = allQuantities.filter(({ kind }) => options.quantities?.includes(kind) ?? true);
  const differences: Omit<GroupDifference, 'q'>[] = [];
  for (const [first, second] of pairsOf(groups.filter(({ people }) => people.length >= minimumPersons))) {
    const testable = wanted.filter((quantity) =>
      [first, second].every(({ people }) => personMeans(people, quantity).length >= minimumPersons),
    );
    const p = testPair(first, second, testable, options);
    yield;
    for (const [i, quantity] of testable.entries()) {
      const difference = differenceOf([first, second], quantity, options);
      differences.push({ groups: [first.group, second.group], quantity, ...difference, p: p[i] as number });
      yield;
    }
  }
  const q = benjaminiHochberg(differences.map(({ p }) => p));
  return {
    groups: summaries,
    differences: differences.map((difference, i) => ({ ...difference, q: q[i] as number })),
    tooFew: tooFewOf(groups),
    ...{ tests: differences.length, seed, resamples },
  };
}

interface PlacedGroup {
  readonly group: string;
  readonly people: readonly Person[];
  readonly place: number;
}

const pairsOf = <Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] =>
  items.flatMap((first, i) => items.slice(i + 1).map((second) => [first, second] as const));

/** Quantities that are told of the same persons share their splits. */
function testPair(a: PlacedGroup, b: PlacedGroup, quantities: readonly Quantity[], options: Resampling): number[] {
  const p = new Map<Quantity, number>();
  const samples = quantities.map((quantity) => {
    const [first, second] = [a, b].map(({ people }) => meansOf(personMeans(people, quantity))) as [number[], number[]];
    return { quantity, first, second, key: `${first.length} ${second.length}` };
  });
  for (const key of new Set(samples.map((sample) => sample.key))) {
    const same = samples.filter((sample) => sample.key === key);
    const columns = same.map(({ first, second }) => Float64Array.from([...first, ...second]));
    const random = createRandom(options.seed, a.place, b.place, -1);
    const found = permutationTest(columns, same[0]?.first.length ?? 0, { draws: options.resamples, random });
    for (const [i, { quantity }] of same.entries()) p.set(quantity, found[i] as number);
  }
  return quantities.map((quantity) => p.get(quantity) as number);
}

function differenceOf(
  [a, b]: readonly [PlacedGroup, PlacedGroup],
  quantity: Quantity,
  { seed, resamples }: Resampling,
): Pick<GroupDifference, 'difference' | 'low' | 'high' | 'effect'> {
  const [first, second] = [personMeans(a.people, quantity), personMeans(b.people, quantity)];
  const effect = hedgesG(meansOf(first), meansOf(second));
  if (quantity.kind === 'recognised') return { ...rateDifference(rateOf(first), rateOf(second)), effect };
  const random = createRandom(seed, a.place, b.place, indexOf(quantity));
  const within = quantity.kind === 'condition' ? null : { low: -1, high: 1 };
  return { ...differenceInterval(meansOf(first), meansOf(second), { resamples, random, within }), effect };
}

const meansOf = (people: readonly PersonMean[]) => people.map(({ mean }) => mean);
const rateOf = (people: readonly PersonMean[]) =>
  rateInterval(people.map(({ mean, photos }) => ({ share: mean, photos })));

function tooFewOf(groups: readonly PlacedGroup[]): TooFew | null {
  const small = groups.filter(({ people }) => people.length < minimumPersons);
  if (groups.length < 2 || small.length === 0) return null;
  return {
    needed: minimumPersons,
    forLargeEffect: neededPersons(largeEffect),
    groups: small.map(({ group, people }) => ({ group, persons: people.length })),
  };
}
