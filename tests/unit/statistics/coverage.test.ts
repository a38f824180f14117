/**
 * Simulations from a fixed seed: intervals cover the true mean as often as they say, on as few persons as are admitted.
 */
import { describe, expect, test } from 'vitest';
import { minimumPersons } from '../../../src/shared/people';
import { createRandom, type Random } from '../../../src/shared/random';
import { differenceInterval } from '../../../src/shared/statistics/differenceInterval';
import { shareBounds } from '../../../src/shared/statistics/interval';
import { meanInterval } from '../../../src/shared/statistics/meanInterval';
import { moments } from '../../../src/shared/statistics/moments';
import { pairedRateDifference } from '../../../src/shared/statistics/pairedRateDifference';
import { sortedQuantile } from '../../../src/shared/statistics/quantile';
import { rateDifference, rateInterval } from '../../../src/shared/statistics/rateInterval';
import { studentQuantile } from '../../../src/shared/statistics/studentQuantile';
import { beta, draw, populations } from './samples';

const trials = 2000;
const resamples = 400;

/** @param covers null: no interval is told, and the study does not count */
function coverage(random: Random, covers: (random: Random) => boolean | null): number {
  let [count, told] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const found = covers(random);
    if (found === null) continue;
    told += 1;
    count += Number(found);
  }
  return count / told;
}

describe.each(populations)('%s', (_, truth, one) => {
  test.each([minimumPersons, 9, 11, 12, 30])('a mean’s interval over %i persons covers it in 93 to 97 %', (persons) => {
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

// The bench, the report and docs/people.md say so.
describe('below eight persons the interval is Student’s', () => {
  test.each([2, 3, 5, 7])('of %i: 95 % for normal values, and not less than 86 % for any of these', (persons) => {
    for (const [title, truth, one] of populations) {
      const share = coverage(createRandom(14, persons), (random) => {
        const { low, high } = meanInterval(
          draw(persons, () => one(random)),
          { resamples, random, within: null },
        );
        // Of equal values none is told: that is no claim, and no success either.
        return Number.isNaN(low) ? null : low <= truth && truth <= high;
      });
      expect(share, title).toBeGreaterThanOrEqual(title === 'normal' ? 0.935 : 0.86);
      expect(share, title).toBeLessThanOrEqual(0.965);
    }
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

/** Wilson's interval at 1.96, as published, of k of n. */
function wilson(k: number, n: number) {
  const z = 1.959963984540054;
  const middle = (k + z ** 2 / 2) / (n + z ** 2);
  const half = (z / (n + z ** 2)) * Math.sqrt((k * (n - k)) / n + z ** 2 / 4);
  return { low: middle - half, high: middle + half };
}

/** How often it covers `rate`, exactly: the binomial probabilities of the counts whose interval does. */
function exactCoverage(n: number, rate: number): number {
  let [sum, probability] = [0, (1 - rate) ** n];
  for (let k = 0; k <= n; k++) {
    const { low, high } = wilson(k, n);
    if (low <= rate && rate <= high) sum += probability;
    probability *= (((n - k) / (k + 1)) * rate) / (1 - rate);
  }
  return sum;
}

const covers = ({ low, high }: { readonly low: number; readonly high: number }, truth: number) =>
  low <= truth && truth <= high;

describe('rates', () => {
  test.each([8, 20])('with one photo each, %i persons have Wilson’s coverage, which goes in steps', (persons) => {
    const share = coverage(createRandom(3, persons, 1), (random) =>
      covers(rateInterval(rates(random, persons, 1, 9, 1)), 0.9),
    );
    // Three standard deviations of the simulation.
    const exact = exactCoverage(persons, 0.9);
    expect(Math.abs(share - exact)).toBeLessThan(3 * Math.sqrt((exact * (1 - exact)) / trials));
  });

  // They are rather too wide: at least as many trials as persons count, and the interval is no narrower than theirs.
  test.each([
    [8, 6, 0.93, 0.99],
    [20, 4, 0.93, 0.97],
  ])('the interval over %i persons with %i photos each covers in %f to %f', (persons, photos, least, most) => {
    const share = coverage(createRandom(3, persons, photos), (random) =>
      covers(rateInterval(rates(random, persons, photos, 9, 1)), 0.9),
    );
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  test('that of the difference of two covers in 93 to 98.5 %', () => {
    const share = coverage(createRandom(5), (random) => {
      const [a, b] = [rates(random, 10, 3, 9, 1), rates(random, 14, 3, 6, 4)].map(rateInterval);
      if (a === undefined || b === undefined) throw new Error('Two rates are drawn.');
      return covers(rateDifference(a, b), 0.3);
    });
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.985);
  });
});

test('the exception: of eight very skewed shares, Beta(1, 30), a mean’s interval covers in 91 to 94 %', () => {
  const share = coverage(createRandom(6), (random) => {
    const values = draw(minimumPersons, () => beta(random, 1, 30));
    return covers(meanInterval(values, { resamples, random, within: shareBounds }), 1 / 31);
  });
  expect(share).toBeGreaterThanOrEqual(0.91);
  expect(share).toBeLessThan(0.94);
});

describe('a few persons who differ far from all others', () => {
  /** One person of seven has much heat where the others have next to none. */
  const spiky = (random: Random) => (random() < 0.85 ? beta(random, 1, 60) : beta(random, 2, 5));
  const truth = 0.85 / 61 + (0.15 * 2) / 7;
  const student = (values: readonly number[]) => {
    const { n, variance } = moments(values);
    return studentQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  };

  test('no interval reaches farther than three times Student’s, and says so where it would', () => {
    const random = createRandom(10);
    let held = 0;
    for (let trial = 0; trial < 200; trial++) {
      const values = draw(9, () => spiky(random));
      const { mean, low, high, bounded } = meanInterval(values, { resamples, random, within: null });
      const reach = 3 * student(values) * (1 + 1e-9);
      expect(high - mean).toBeLessThanOrEqual(reach);
      expect(mean - low).toBeLessThanOrEqual(reach);
      expect(bounded === true).toBe(Math.max(high - mean, mean - low) > 0.999999 * reach);
      held += Number(bounded === true);
    }
    expect(held).toBeGreaterThan(20);
    expect(held).toBeLessThan(200);
  });

  test.each([
    [9, 0.65, 0.85],
    [30, 0.93, 0.98],
  ])(
    'of %i such persons a mean’s interval covers in %f to %f: with nine, nobody of those may be among them',
    (persons, least, most) => {
      const share = coverage(createRandom(12, persons), (random) =>
        covers(
          meanInterval(
            draw(persons, () => spiky(random)),
            { resamples, random, within: shareBounds },
          ),
          truth,
        ),
      );
      expect(share).toBeGreaterThanOrEqual(least);
      expect(share).toBeLessThan(most);
    },
  );
});

/**
 * The same photos twice: a person who is recognised often before is so after, where `kept` of it is left on average.
 */
function twice(random: Random, persons: number, photos: number) {
  const people = draw(persons, () => beta(random, 9, 1)).map((own) => [own, own * beta(random, 6, 4)] as const);
  const share = (rate: number) =>
    draw(photos, () => Number(random() < rate)).reduce((sum, one) => sum + one, 0) / photos;
  const pairs = people.map(([before, after]) => ({ before: share(before), after: share(after) }));
  const of = (side: 'before' | 'after') => pairs.map((pair) => ({ share: pair[side], photos }));
  return { before: of('before'), after: of('after') };
}

/** 0.9 of the photos before, 0.6 of that after: what a mask costs, or another head changes. */
const change = 0.9 * 0.6 - 0.9;

describe('paired changes', () => {
  // Rather too wide: they leave room for those who change more than anybody here.
  test.each([
    [8, 1],
    [8, 6],
    [20, 4],
  ])('of rates, over %i persons with %i photo(s) each: covered in 93 to 98.5 %', (persons, photos) => {
    const share = coverage(createRandom(7, persons, photos), (random) => {
      const { before, after } = twice(random, persons, photos);
      return covers(pairedRateDifference(after, before), change);
    });
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.985);
  });

  // Where few change, a study often meets none of them; and the correlation of those whom it meets is 1.
  test.each([
    [2, 0.1, 0],
    [4, 0.1, 0],
    [8, 0.1, 0],
    [8, 0.05, 0.05],
    [11, 0.1, 0],
    [22, 0.05, 0],
    [22, 0.1, 0],
    [50, 0.05, 0],
  ])(
    'of rates, over %i persons of whom %f lose their name, and %f get it: covered in 93 % at least',
    (persons, lost, got) => {
      const share = coverage(createRandom(13, persons), (random) => {
        const pairs = draw(persons, () => random()).map((at) => {
          const before = Number(at < 0.5);
          const after = at < lost ? 0 : at > 1 - got ? 1 : before;
          return { before: { share: before, photos: 1 }, after: { share: after, photos: 1 } };
        });
        const [after, before] = [pairs.map((one) => one.after), pairs.map((one) => one.before)];
        return covers(pairedRateDifference(after, before), got - lost);
      });
      expect(share).toBeGreaterThanOrEqual(0.93);
    },
  );

  // Who loses the name loses it on all photos; a few photos of the others change, too, and hide nothing of that.
  test.each([
    [4, 30, 0.1],
    [8, 10, 0.1],
    [8, 30, 0.1],
    [8, 30, 0.05],
    [20, 10, 0.1],
    [20, 30, 0.05],
    [30, 10, 0.1],
  ])(
    'of rates, over %i persons with %i photos each of whom %f lose their name: covered in 93 % at least',
    (persons, photos, lost) => {
      const share = coverage(createRandom(15, persons, photos), (random) => {
        const pairs = draw(persons, () => 0.9 + 0.1 * random()).map((own) => {
          const keeps = random() >= lost;
          const before = draw(photos, () => Number(random() < own));
          const after = before.map((right) => (keeps ? (random() < 0.02 ? 1 - right : right) : 0));
          return { before: moments(before).mean, after: moments(after).mean };
        });
        const of = (side: 'before' | 'after') => pairs.map((pair) => ({ share: pair[side], photos }));
        // Right on 0.95 of the photos before; of those who keep it, 0.02 of all photos are the other way after.
        const truth = lost * -0.95 + (1 - lost) * 0.02 * (0.05 - 0.95);
        return covers(pairedRateDifference(of('after'), of('before')), truth);
      });
      expect(share).toBeGreaterThanOrEqual(0.93);
    },
  );

  test('of rates, between two groups: covered in 93 to 98.5 %', () => {
    const share = coverage(createRandom(8), (random) => {
      const [a, b] = [twice(random, 8, 3), twice(random, 14, 3)].map(({ before, after }) =>
        pairedRateDifference(after, before),
      );
      if (a === undefined || b === undefined) throw new Error('Two groups.');
      return covers(rateDifference(a, b, 0, 2), 0);
    });
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.985);
  });

  test('of probabilities, over eight persons: covered in 93 to 97 %', () => {
    const share = coverage(createRandom(9), (random) => {
      const values = draw(minimumPersons, () => {
        const before = beta(random, 9, 1);
        return before * beta(random, 6, 4) - before;
      });
      return covers(meanInterval(values, { resamples, random, within: { low: -1, high: 1 } }), change);
    });
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.97);
  });
});
