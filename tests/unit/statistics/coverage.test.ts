/** Simulations from a fixed seed: intervals cover the true mean as often as they say, on as few persons as are admitted. */
import { describe, expect, test } from 'vitest';
import { minimumPersons } from '../../../src/shared/people';
import { createRandom, type Random } from '../../../src/shared/random';
import { differenceInterval } from '../../../src/shared/statistics/differenceInterval';
import { shareBounds } from '../../../src/shared/statistics/interval';
import { meanInterval } from '../../../src/shared/statistics/meanInterval';
import { moments } from '../../../src/shared/statistics/moments';
import { sortedQuantile } from '../../../src/shared/statistics/quantile';
import { rateDifference, rateInterval } from '../../../src/shared/statistics/rateInterval';
import { beta, draw, populations } from './samples';

const trials = 2000;
const resamples = 400;

function coverage(random: Random, covers: (random: Random) => boolean): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial++) count += Number(covers(random));
  return count / trials;
}

describe.each(populations)('%s', (_, truth, one) => {
  test.each([minimumPersons, 12, 30])('a mean’s interval over %i persons covers it in 93 to 97 %', (persons) => {
    const within = truth <= 1 ? shareBounds : null;
    const share = coverage(createRandom(1, persons), (random) => {
      const values = draw(persons, () => one(random));
      const { low, high } = meanInterval(values, { resamples, random, within });
      return low <= truth && truth <= high;
    });
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.97);
  });
});

test('the percentile bootstrap would not do: with eight persons it covers below 91 %', () => {
  const share = coverage(createRandom(4), (random) => {
    const values = draw(minimumPersons, () => beta(random, 2, 20));
    const again = () => moments(draw(values.length, () => values[Math.floor(values.length * random())] as number)).mean;
    const means = draw(resamples, again).sort((a, b) => a - b);
    return sortedQuantile(means, 0.025) <= 2 / 22 && 2 / 22 <= sortedQuantile(means, 0.975);
  });
  expect(share).toBeLessThan(0.91);
});

test.each([
  [8, 8],
  [8, 20],
  [25, 12],
])('the interval of a difference of groups of %i and %i with unlike spreads covers it in 93 to 97 %', (n, m) => {
  const truth = 0.5 - 2 / 22;
  const share = coverage(createRandom(2, n, m), (random) => {
    const first = draw(n, () => beta(random, 5, 5));
    const second = draw(m, () => beta(random, 2, 20));
    const { low, high } = differenceInterval(first, second, { resamples, random, within: { low: -1, high: 1 } });
    return low <= truth && truth <= high;
  });
  expect(share).toBeGreaterThanOrEqual(0.93);
  expect(share).toBeLessThanOrEqual(0.97);
});

/** How often each person is recognised varies about `rate`. */
const rates = (random: Random, persons: number, photos: number, a: number, b: number) =>
  draw(persons, () => 0).map(() => {
    const own = beta(random, a, b);
    return { share: draw(photos, () => Number(random() < own)).reduce((sum, one) => sum + one, 0) / photos, photos };
  });

describe('rates', () => {
  test.each([
    [8, 1],
    [8, 6],
    [20, 4],
  ])('the interval over %i persons with %i photos each covers in at least 93 %', (persons, photos) => {
    const share = coverage(createRandom(3, persons, photos), (random) => {
      const { low, high } = rateInterval(rates(random, persons, photos, 9, 1));
      return low <= 0.9 && 0.9 <= high;
    });
    expect(share).toBeGreaterThanOrEqual(0.93);
  });

  test('so does the interval of the difference of two', () => {
    const share = coverage(createRandom(5), (random) => {
      const [a, b] = [rates(random, 10, 3, 9, 1), rates(random, 14, 3, 6, 4)].map(rateInterval);
      if (a === undefined || b === undefined) throw new Error('Two rates are drawn.');
      const { low, high } = rateDifference(a, b);
      return low <= 0.3 && 0.3 <= high;
    });
    expect(share).toBeGreaterThanOrEqual(0.93);
  });
});
