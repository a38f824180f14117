import {
  type Counts,
  type GroupDifference,
  type Interval,
  minimumPersons,
  type Quantity,
  type TooFew,
  type Untested,
} from '../people';
import { createRandom } from '../random';
import { benjaminiHochberg } from '../statistics/benjaminiHochberg';
import { differenceInterval } from '../statistics/differenceInterval';
import { hedgesG } from '../statistics/hedgesG';
import { neededPersons } from '../statistics/neededPersons';
import { permutationTest } from '../statistics/permutationTest';
import { rateDifference } from '../statistics/rateInterval';
import type { PersonMean } from './personMeans';
import { indexOf, type Resampling } from './summariseGroup';

/** Cohen's “large”: half of the persons of one group lie beyond four fifths of the other. */
const largeEffect = 0.8;

/** A group as it is tested: one value a person for each quantity. */
export interface Sample {
  readonly group: string;
  readonly persons: number;
  /** Among all groups, for random numbers of its own. */
  readonly place: number;
  /** Persons of whom the quantity cannot be told are left out. */
  readonly means: (quantity: Quantity) => readonly PersonMean[];
  /** Of the quantity 'recognised', which no resampling can tell. */
  readonly rate: () => Interval;
}

/** Splits that are drawn at least for each test of a correction, and at most in all. */
const splitsATest = 100;
const mostSplits = 100_000;

/**
 * Random splits of each test, where there are too many to try all. p cannot be less than 1 / (splits + 1): with 2,000
 * splits and 160 tests the least q of a single difference, however large, would be 0.08. With 100 splits a test it is
 * 0.01.
 */
const splitsFor = (resamples: number, tests: number): number =>
  Math.max(resamples, Math.min(mostSplits, splitsATest * tests));

export interface PairOptions extends Resampling {
  readonly quantities: readonly Quantity[];
  /** Of this comparison among several of one study. */
  readonly seeds: readonly number[];
  /** Tests that q is corrected over, where this comparison's are a part of them; absent: this comparison's. */
  readonly tests?: number;
  /** How far apart two shares can lie: 1; changes of shares: 2. */
  readonly most: 1 | 2;
}

export type RawDifference = Omit<GroupDifference, 'q'>;

interface Tested {
  readonly differences: readonly RawDifference[];
  readonly untested: readonly Untested[];
  /** Random splits of each test. */
  readonly splits: number;
}

/**
 * Each two groups of `minimumPersons` or more: differences with intervals, permutation tests and effect sizes; and what
 * can be told of too few of their persons. In steps of well below a second.
 */
export function* pairSteps(samples: readonly Sample[], options: PairOptions): Generator<undefined, Tested, undefined> {
  const differences: RawDifference[] = [];
  const untested: Untested[] = [];
  const { quantities, resamples } = options;
  const large = samples.filter(({ persons }) => persons >= minimumPersons);
  const splits = splitsFor(resamples, options.tests ?? testsAmong(samples, quantities));
  for (const pair of pairsOf(large)) {
    const groups = [pair[0].group, pair[1].group] as const;
    const told = quantities.map((quantity) => {
      const values = [pair[0].means(quantity), pair[1].means(quantity)] as const;
      return { quantity, values, sizes: [sizeOf(values[0]), sizeOf(values[1])] as const };
    });
    const testable = told.filter(({ sizes }) => sizes.every(({ persons }) => persons >= minimumPersons));
    for (const one of told)
      if (!testable.includes(one)) untested.push({ groups, quantity: one.quantity, sizes: one.sizes });
    const p = testPair(pair, testable, { ...options, splits });
    yield;
    for (const [i, { quantity, values, sizes }] of testable.entries()) {
      const difference = differenceOf(pair, quantity, values, options);
      differences.push({ groups, quantity, ...difference, p: p[i] as number, sizes });
      yield;
    }
  }
  return { differences, untested, splits };
}

/** With q-values over all of them. */
export function correctAll<Difference extends { readonly p: number }>(
  differences: readonly Difference[],
): readonly (Difference & { readonly q: number })[] {
  const q = benjaminiHochberg(differences.map(({ p }) => p));
  return differences.map((difference, i) => ({ ...difference, q: q[i] as number }));
}

/** How many tests there are at most between the groups that are large enough. */
export const testsAmong = (samples: readonly Pick<Sample, 'persons'>[], quantities: readonly Quantity[]): number =>
  testsBetween(samples.filter(({ persons }) => persons >= minimumPersons).length, quantities);

/** How many tests there are between so many groups, if all are large enough. */
const testsBetween = (groups: number, quantities: readonly Quantity[]): number =>
  ((groups * (groups - 1)) / 2) * quantities.length;

interface TooFewOptions {
  readonly quantities: readonly Quantity[];
  /** Comparisons, this one among them, over whose tests q is corrected together; 1 unless told. */
  readonly rounds?: number;
}

/** The groups that get no verdict; null where all do, or there is only one. */
export function tooFewOf(
  samples: readonly Pick<Sample, 'group' | 'persons'>[],
  { quantities, rounds = 1 }: TooFewOptions,
): TooFew | null {
  const small = samples.filter(({ persons }) => persons < minimumPersons);
  if (samples.length < 2 || small.length === 0) return null;
  const tests = testsBetween(samples.length, quantities) * rounds;
  return {
    needed: minimumPersons,
    ...{ forLargeEffect: neededPersons(largeEffect, { tests }), tests },
    groups: small.map(({ group, persons }) => ({ group, persons })),
  };
}

type Pair = readonly [Sample, Sample];
type Values = readonly [readonly PersonMean[], readonly PersonMean[]];

const pairsOf = (items: readonly Sample[]): readonly Pair[] =>
  items.flatMap((first, i) => items.slice(i + 1).map((second) => [first, second] as const));

const sizeOf = (values: readonly PersonMean[]): Counts => ({
  persons: values.length,
  photos: values.reduce((sum, { photos }) => sum + photos, 0),
});

/** Quantities that are told of as many persons share their splits. */
function testPair(
  [a, b]: Pair,
  told: readonly { readonly values: Values }[],
  { seed, seeds, splits }: PairOptions & Pick<Tested, 'splits'>,
): number[] {
  const p = told.map(() => 1);
  const keys = told.map(({ values: [first, second] }) => `${first.length} ${second.length}`);
  for (const key of new Set(keys)) {
    const same = [...told.entries()].filter(([i]) => keys[i] === key);
    const columns = same.map(([, { values }]) => Float64Array.from(values.flatMap(meansOf)));
    const random = createRandom(seed, a.place, b.place, -1, ...seeds);
    const found = permutationTest(columns, same[0]?.[1].values[0].length ?? 0, { draws: splits, random });
    for (const [place, [i]] of same.entries()) p[i] = found[place] as number;
  }
  return p;
}

function differenceOf(
  [a, b]: Pair,
  quantity: Quantity,
  [first, second]: Values,
  { seed, resamples, seeds, most }: PairOptions,
): Pick<GroupDifference, 'difference' | 'low' | 'high' | 'bounded' | 'effect'> {
  const effect = hedgesG(meansOf(first), meansOf(second));
  if (quantity.kind === 'recognised') return { ...rateDifference(a.rate(), b.rate(), 0, most), effect };
  const random = createRandom(seed, a.place, b.place, indexOf(quantity), ...seeds);
  const within = quantity.kind === 'condition' ? null : { low: -most, high: most };
  return { ...differenceInterval(meansOf(first), meansOf(second), { resamples, random, within }), effect };
}

const meansOf = (people: readonly PersonMean[]) => people.map(({ mean }) => mean);
