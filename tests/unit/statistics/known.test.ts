/** Against published examples, other programs' figures and brute force. */
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/shared/random';
import { benjaminiHochberg } from '../../../src/shared/statistics/benjaminiHochberg';
import { differenceInterval } from '../../../src/shared/statistics/differenceInterval';
import { hedgesG } from '../../../src/shared/statistics/hedgesG';
import { meanInterval } from '../../../src/shared/statistics/meanInterval';
import { neededPersons } from '../../../src/shared/statistics/neededPersons';
import { normalQuantile } from '../../../src/shared/statistics/normalQuantile';
import { pairedRateDifference } from '../../../src/shared/statistics/pairedRateDifference';
import { choose, permutationTest } from '../../../src/shared/statistics/permutationTest';
import { rateDifference, rateInterval } from '../../../src/shared/statistics/rateInterval';
import { studentQuantile } from '../../../src/shared/statistics/studentQuantile';

const a = [0.12, 0.31, 0.05, 0.22, 0.4, 0.18, 0.09, 0.27];
const b = [0.33, 0.21, 0.46, 0.38, 0.29, 0.5, 0.17, 0.44];

// scipy 1.17: stats.t.ppf(0.975, freedom), stats.norm.ppf(p)
test.each([
  [1, 12.7062047362],
  [2, 4.3026527297],
  [3, 3.1824463053],
  [7, 2.3646242516],
  [8, 2.3060041352],
  [30, 2.0422724563],
  [101, 1.9837310036],
])('Student’s 97.5 % quantile with %i degrees of freedom', (freedom, quantile) => {
  expect(studentQuantile(0.975, freedom)).toBeCloseTo(quantile, 8);
});

test.each([
  [0.001, -3.090232306167813],
  [0.02, -2.053748910631823],
  [0.2, -0.8416212335729142],
  [0.975, 1.959963984540054],
  [0.9999, 3.719016485455709],
])('the normal quantile at %f', (p, quantile) => {
  expect(normalQuantile(p)).toBeCloseTo(quantile, 7);
});

/** |Welch t| from scratch, and every split one by one. */
function bruteForce(values: readonly number[], first: number): number {
  const statistic = (chosen: readonly boolean[]) => {
    const [x, y] = [true, false].map((side) => values.filter((_, i) => chosen[i] === side));
    if (x === undefined || y === undefined) throw new Error('Two sides.');
    const mean = (part: readonly number[]) => part.reduce((sum, one) => sum + one, 0) / part.length;
    const error = (part: readonly number[]) =>
      part.reduce((sum, one) => sum + (one - mean(part)) ** 2, 0) / (part.length - 1) / part.length;
    return Math.abs(mean(x) - mean(y)) / Math.sqrt(error(x) + error(y));
  };
  const observed = statistic(values.map((_, i) => i < first));
  let [reached, all] = [0, 0];
  for (let bits = 0; bits < 2 ** values.length; bits++) {
    const chosen = values.map((_, i) => ((bits >> i) & 1) === 1);
    if (chosen.filter((one) => one).length !== first) continue;
    all += 1;
    reached += Number(statistic(chosen) >= observed - 1e-12);
  }
  return reached / all;
}

describe('permutationTest', () => {
  const options = { draws: 2000, random: createRandom(1) };
  test.each([
    [a, b],
    [a.slice(0, 5), b.slice(0, 4)],
    [a.slice(0, 3), b.slice(0, 8)],
    [
      [0, 0, 0, 1],
      [0, 1, 1, 1, 1],
    ],
  ])('is what trying every split by itself gives (%#)', (x, y) => {
    const [p] = permutationTest([Float64Array.from([...x, ...y])], x.length, options);
    expect(p).toBeCloseTo(bruteForce([...x, ...y], x.length), 12);
  });

  test('by random splits it comes near what all splits would give', () => {
    // 9 and 9 persons have 48,620 splits, more than are tried one by one.
    const [x, y] = [
      [...a, 0.2],
      [...b, 0.3],
    ];
    expect(choose(18, 9)).toBe(48_620);
    const [p = 0] = permutationTest([Float64Array.from([...x, ...y])], 9, { draws: 20_000, random: createRandom(2) });
    expect(Math.abs(p - bruteForce([...x, ...y], 9))).toBeLessThan(0.004);
  });

  test('a p-value is never 0, and 1 where all are alike', () => {
    const far = Float64Array.from({ length: 40 }, (_, i) => (i < 20 ? i : 1000 + i));
    const flat = new Float64Array(40).fill(0.1 + 0.2);
    expect(permutationTest([far, flat], 20, { draws: 99, random: createRandom(3) })).toEqual([0.01, 1]);
  });
});

test('the example of Benjamini and Hochberg (1995): four of fifteen hypotheses at 5 %, where Bonferroni has three', () => {
  const p = [
    1e-4, 4e-4, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const shuffled = [7, 2, 14, 0, 5, 11, 3, 9, 1, 13, 6, 4, 12, 10, 8];
  const q = benjaminiHochberg(shuffled.map((i) => p[i] as number));
  const found = shuffled.filter((_, place) => (q[place] as number) <= 0.05).sort((x, y) => x - y);
  expect(found).toEqual([0, 1, 2, 3]);
  expect(p.filter((one) => one * p.length <= 0.05)).toHaveLength(3);
  expect(benjaminiHochberg([])).toEqual([]);
});

// Newcombe (1998), “Two-sided confidence intervals for the single proportion”, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Wilson’s interval of %i of %i', (right, persons, low, high) => {
  const rates = Array.from({ length: persons }, (_, i) => ({ share: Number(i < right), photos: 1 }));
  const found = rateInterval(rates);
  expect(found.mean).toBeCloseTo(right / persons, 12);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

// Newcombe (1998), “Interval estimation for the difference between independent proportions”, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
])('Newcombe’s interval of %i/%i − %i/%i', (x, n, y, m, low, high) => {
  const [first, second] = [
    [x, n],
    [y, m],
  ].map(([right = 0, persons]) =>
    rateInterval(Array.from({ length: persons ?? 0 }, (_, i) => ({ share: Number(i < right), photos: 1 }))),
  );
  if (first === undefined || second === undefined) throw new Error('Two rates.');
  const found = rateDifference(first, second);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

/** From the counts of a fourfold table, as Newcombe (1998) has it for paired rates, method 10: right both times, … */
function newcombePaired(both: number, first: number, second: number, neither: number) {
  const n = both + first + second + neither;
  const z = 1.959963984540054;
  const wilson = (k: number) => {
    const [middle, half] = [k + z ** 2 / 2, z * Math.sqrt((k * (n - k)) / n + z ** 2 / 4)];
    return { at: k / n, low: (middle - half) / (n + z ** 2), high: (middle + half) / (n + z ** 2) };
  };
  const [one, two] = [wilson(both + first), wilson(both + second)];
  const cross = both * neither - first * second;
  const sides = (both + first) * (second + neither) * (both + second) * (first + neither);
  const phi = sides === 0 ? 0 : (cross > n / 2 ? cross - n / 2 : Math.min(cross, 0)) / Math.sqrt(sides);
  const reach = (x: number, y: number) => Math.sqrt(x ** 2 - 2 * phi * x * y + y ** 2);
  const difference = one.at - two.at;
  return {
    low: difference - reach(one.at - one.low, two.high - two.at),
    high: difference + reach(one.high - one.at, two.at - two.low),
  };
}

const pairsOf = (counts: readonly number[]) =>
  [
    [1, 1],
    [1, 0],
    [0, 1],
    [0, 0],
  ].flatMap((pair, i) => Array.from({ length: counts[i] ?? 0 }, () => pair as [number, number]));

const rateOf = (pairs: readonly [number, number][], side: 0 | 1) =>
  pairs.map((pair) => ({ share: pair[side], photos: 1 }));

// The first has a published interval, −0.507 to −0.026: Fagerland, Lydersen and Laake, Statistics in Medicine 33, 2014,
// on Bentur et al. (2009).
test.each([
  [1, 1, 7, 12],
  [59, 6, 16, 80],
  [36, 12, 2, 0],
  [14, 5, 0, 22],
  [3, 1, 0, 4],
  [2, 3, 4, 1],
])('Newcombe’s interval of a paired change of %i, %i, %i, %i', (...counts) => {
  const pairs = pairsOf(counts);
  const found = pairedRateDifference(rateOf(pairs, 0), rateOf(pairs, 1));
  const { low, high } = newcombePaired(...counts);
  expect(found.mean).toBeCloseTo((counts[1] - counts[2]) / pairs.length, 12);
  expect(found.low).toBeCloseTo(low, 9);
  expect(found.high).toBeCloseTo(high, 9);
  if (counts[3] === 12) expect([low.toFixed(3), high.toFixed(3)]).toEqual(['-0.507', '-0.026']);
});

describe('where nobody changes', () => {
  test.each([1, 2, 3, 8, 22])('a rate over %i persons leaves room for those whom nobody has seen', (persons) => {
    for (let right = 0; right <= persons; right++) {
      const pairs = pairsOf([right, 0, 0, persons - right]);
      const { mean, low, high } = pairedRateDifference(rateOf(pairs, 0), rateOf(pairs, 1));
      expect(mean).toBe(0);
      // If a share of them did, nobody of so many would be among them in 5 of 100 studies.
      const unseen = 1 - 0.05 ** (1 / persons);
      expect(high).toBeGreaterThan(unseen * 0.83);
      expect(low).toBeLessThan(-unseen * 0.83);
    }
  });

  test('and of persons with several photos, too: half of them right, before and after', () => {
    const half = [1, 0].map((share) => ({ share, photos: 3 }));
    const { low, high } = pairedRateDifference(half, half);
    expect(high).toBeGreaterThan(0.5);
    expect(low).toBeLessThan(-0.5);
  });
});

test('a photo that changes does not make an interval much narrower', () => {
  const before = [10, 9, 8, 7, 6, 5, 4, 3].map((right) => ({ share: right / 10, photos: 10 }));
  const after = before.map((rate, i) => (i === 0 ? { ...rate, share: 0.9 } : rate));
  const width = (rates: typeof before) => {
    const { low, high } = pairedRateDifference(rates, before);
    return high - low;
  };
  expect(width(after)).toBeLessThan(width(before));
  expect(width(after)).toBeGreaterThan(0.89 * width(before));
});

describe('equal values', () => {
  const options = { resamples: 200, random: createRandom(4), within: { low: 0, high: 1 } };
  test.each([
    [2, 0],
    [7, 0],
    [8, 0],
    [22, 0.1 + 0.2],
  ])('%i of them have no interval: nothing tells how far the next one may be', (persons, value) => {
    const { mean, low, high } = meanInterval(new Float64Array(persons).fill(value), options);
    expect(mean).toBeCloseTo(value, 12);
    expect([low, high]).toEqual([Number.NaN, Number.NaN]);
  });

  test.each([
    [[0, 0, 0, 0, 0, 0, 0, 0], a],
    [a, [0.2, 0.2, 0.2]],
    [
      [0, 0],
      [1, 1],
    ],
  ])('in one of two samples, their difference has none either (%#)', (x, y) => {
    const { difference, low, high } = differenceInterval(x, y, { ...options, within: { low: -1, high: 1 } });
    expect(Number.isFinite(difference)).toBe(true);
    expect([low, high]).toEqual([Number.NaN, Number.NaN]);
  });
});

test('many photos of persons who are all alike make a rate surer, up to the number of photos', () => {
  const wide = rateInterval(Array.from({ length: 10 }, (_, i) => ({ share: Number(i < 8), photos: 5 })));
  const narrow = rateInterval(Array.from({ length: 10 }, (_, i) => ({ share: i % 2 === 0 ? 0.8 : 0.79, photos: 5 })));
  const all = rateInterval(Array.from({ length: 50 }, (_, i) => ({ share: Number(i < 40), photos: 1 })));
  expect(narrow.high - narrow.low).toBeLessThan(wide.high - wide.low);
  expect(narrow.high - narrow.low).toBeGreaterThan(0.95 * (all.high - all.low));
});

test('Hedges’ g: by the formula, near the exact correction, and its sign', () => {
  // scipy and the gamma function: J = Γ(3.5) / (√3.5 Γ(3)).
  expect(hedgesG(a.slice(0, 5), b.slice(0, 4))).toBeCloseTo(-0.8772363767020026, 10);
  expect(hedgesG(b.slice(0, 4), a.slice(0, 5))).toBeCloseTo(0.8772363767020026, 10);
  expect(Math.abs(hedgesG(a.slice(0, 5), b.slice(0, 4)) + 0.876559388065906)).toBeLessThan(0.003);
  expect(hedgesG([1, 1], [1, 1])).toBe(0);
  // Their means differ by rounding.
  expect(hedgesG(Array(3).fill(0.1), Array(10).fill(0.1))).toBe(0);
  expect(hedgesG([2, 2], [1, 1])).toBe(Number.POSITIVE_INFINITY);
});

// G*Power 3.1, t tests, difference between two independent means, two-sided, 0.05, power 0.8.
test.each([
  [0.8, 26],
  [0.5, 64],
  [0.2, 394],
])('an effect of %f needs %i persons a group', (effect, persons) => {
  expect(neededPersons(effect)).toBe(persons);
});

// scipy 1.17: the least n with stats.nct.sf(t.ppf(1 − 0.05 / tests / 2, 2n − 2), 2n − 2, effect · √(n / 2)) of 0.8.
test.each([
  [0.8, 15, 47],
  [0.5, 15, 117],
  [0.8, 160, 66],
])('as the only one in so many tests, an effect of %f needs more persons a group', (effect, tests, persons) => {
  expect(neededPersons(effect, { tests })).toBe(persons);
});

describe('few persons', () => {
  const options = { resamples: 500, random: createRandom(4), within: null };
  test('below eight, the mean has Student’s interval', () => {
    const { mean, low, high } = meanInterval([1, 2, 4], options);
    // scipy: stats.t.interval(0.95, 2, mean, sem)
    expect([mean, low, high].map((value) => value.toFixed(6))).toEqual(['2.333333', '-1.461250', '6.127916']);
  });

  test('the difference has Welch’s, with fewer degrees of freedom where they are no whole number', () => {
    const { difference, low, high } = differenceInterval(a.slice(0, 5), b.slice(0, 4), options);
    // scipy: ttest_ind(equal_var=False).confidence_interval()
    expect(difference).toBeCloseTo(-0.125, 10);
    expect(low).toBeLessThanOrEqual(-0.3187859468);
    expect(high).toBeGreaterThanOrEqual(0.0687859467);
    expect(high - low).toBeLessThan(1.1 * (0.0687859468 + 0.3187859468));
  });

  test('one person has no interval, and none is made up', () => {
    expect(meanInterval([0.3], options)).toEqual({ mean: 0.3, low: Number.NaN, high: Number.NaN });
    expect(differenceInterval([0.3], [0.1, 0.2], options).low).toBeNaN();
  });

  test('one person of ten who differs makes the interval wide, not empty', () => {
    const values = [...Array(9).fill(0), 1];
    const { low, high } = meanInterval(values, { ...options, within: { low: 0, high: 1 } });
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.3);
  });
});

test('the same seed gives the same interval, another one another', () => {
  const interval = (seed: number) => meanInterval(a, { resamples: 200, random: createRandom(seed), within: null });
  expect(interval(1)).toEqual(interval(1));
  expect(interval(1).low).not.toBe(interval(2).low);
});
