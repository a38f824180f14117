/** Simulations from a fixed seed: tests find what is there, and what is not there as rarely as they say. */
import { describe, expect, test } from 'vitest';
import { createRandom, normal, type Random } from '../../../src/shared/random';
import { benjaminiHochberg } from '../../../src/shared/statistics/benjaminiHochberg';
import { permutationTest } from '../../../src/shared/statistics/permutationTest';
import { beta, draw, exponential } from './samples';

const options = (random: Random) => ({ draws: 299, random });

/** How often p falls below 0.05. */
function size(trials: number, seed: number, sample: (random: Random) => readonly [number[], number[]]): number {
  const random = createRandom(seed);
  let found = 0;
  for (let trial = 0; trial < trials; trial++) {
    const [first, second] = sample(random);
    const [p = 1] = permutationTest([Float64Array.from([...first, ...second])], first.length, options(random));
    found += Number(p < 0.05);
  }
  return found / trials;
}

describe('where nothing differs, p is below 0.05 in 3 to 7 %', () => {
  const people: Record<string, (random: Random) => readonly [number[], number[]]> = {
    'skewed shares, 10 and 12 persons, random splits': (random) => [
      draw(10, () => beta(random, 2, 20)),
      draw(12, () => beta(random, 2, 20)),
    ],
    'normal values of unlike spread, 10 and 30 persons': (random) => [
      draw(10, () => 3 * normal(random)),
      draw(30, () => normal(random)),
    ],
  };
  test.each(Object.keys(people))('%s', (name) => {
    const found = size(2000, 6, people[name] as (typeof people)[string]);
    expect(found).toBeGreaterThanOrEqual(0.03);
    expect(found).toBeLessThanOrEqual(0.07);
  });

  test('exponential values, 8 and 8 persons, all 12,870 splits', () => {
    const found = size(600, 7, (random) => [draw(8, () => exponential(random)), draw(8, () => exponential(random))]);
    expect(found).toBeGreaterThanOrEqual(0.03);
    expect(found).toBeLessThanOrEqual(0.07);
  });
});

/** Eight shares that sum to 1, as heat is divided among regions: where one is larger, the others are smaller. */
function shares(random: Random): readonly number[] {
  const parts = draw(8, () => exponential(random) + exponential(random));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

test('over shares that sum to 1, which hang together against what the correction assumes, q finds something in 5 % at most', () => {
  const random = createRandom(9);
  const trials = 400;
  let found = 0;
  for (let trial = 0; trial < trials; trial++) {
    const people = draw(24, () => 0).map(() => shares(random));
    const columns = draw(8, () => 0).map((_, region) => Float64Array.from(people, (own) => own[region] as number));
    const q = benjaminiHochberg(permutationTest(columns, 12, { draws: 399, random }));
    found += Number(q.some((one) => one < 0.05));
  }
  // Three standard deviations of the simulation above 5 %.
  expect(found / trials).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / trials));
});

test('a planted difference of one standard deviation is found in at least 80 % with 26 persons a group', () => {
  const found = size(400, 8, (random) => [draw(26, () => 1 + normal(random)), draw(26, () => normal(random))]);
  expect(found).toBeGreaterThan(0.8);
});

test('of what Benjamini and Hochberg’s q < 0.05 finds, less than 5 % is false, and most of what is there is found', () => {
  const random = createRandom(9);
  const [trials, planted, none] = [250, 10, 30];
  let [falseShare, found] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const shifts = Array.from({ length: planted + none }, (_, i) => (i < planted ? 1.4 : 0));
    const columns = shifts.map((shift) =>
      Float64Array.from({ length: 40 }, (_, person) => normal(random) + (person < 20 ? shift : 0)),
    );
    const q = benjaminiHochberg(permutationTest(columns, 20, { draws: 999, random }));
    const [right, wrong] = [q.slice(0, planted), q.slice(planted)].map(
      (part) => part.filter((one) => one < 0.05).length,
    );
    falseShare += (wrong ?? 0) / Math.max(1, (wrong ?? 0) + (right ?? 0)) / trials;
    found += (right ?? 0) / planted / trials;
  }
  // By theory 0.05 · 30 / 40.
  expect(falseShare).toBeLessThan(0.05);
  expect(falseShare).toBeGreaterThan(0.02);
  expect(found).toBeGreaterThan(0.8);
});
