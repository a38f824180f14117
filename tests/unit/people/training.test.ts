import { describe, expect, test } from 'vitest';
import { forEachAtOnce } from '../../../src/page/flows/people/forEachAtOnce';
import { countTried } from '../../../src/page/flows/people/training/countTried';
import { balancedPersons, foldsOf } from '../../../src/page/flows/people/training/foldsOf';
import type { Subject } from '../../../src/page/flows/people/training/subject';
import type { HeadTrial } from '../../../src/shared/people/headTrials';
import { perRegion } from '../../../src/shared/people/quantities';
import { trainingSteps } from '../../../src/shared/people/summariseTraining';
import { createRandom } from '../../../src/shared/random';

const subjects = (counts: Readonly<Record<string, readonly [group: string, photos: number]>>): Subject[] =>
  Object.entries(counts).flatMap(([person, [group, photos]]) =>
    Array.from({ length: photos }, (_, i) => ({
      ...{ id: `${person}${i}`, person, group },
      read: () => Promise.resolve(null),
    })),
  );

describe('foldsOf', () => {
  test('holds every photo out once, and leaves every person another one', () => {
    const all = subjects({ a: ['g', 4], b: ['g', 2], c: ['h', 7] });
    const { heldOut, folds, fold } = foldsOf(all);
    expect([heldOut, folds]).toEqual(['photos', 5]);
    for (let out = 0; out < folds; out++) {
      const trained = new Set(all.filter((_, i) => fold[i] !== out).map(({ person }) => person));
      expect([...trained].sort()).toEqual(['a', 'b', 'c']);
    }
    expect(fold.every((one) => one >= 0 && one < folds)).toBe(true);
  });
  test('with one photo a person, copies are held out', () => {
    expect(foldsOf(subjects({ a: ['g', 1], b: ['g', 1], c: ['g', 3] }))).toMatchObject({ heldOut: 'copies', folds: 1 });
  });
});

describe('balancedPersons', () => {
  const all = subjects({ a: ['g', 1], b: ['g', 2], c: ['g', 1], d: ['h', 1], e: ['h', 5] });
  test('draws as many of each group, by the seed', () => {
    const drawn = [...(balancedPersons(all, 1, 0)?.balanced ?? [])];
    expect(drawn.filter((person) => 'abc'.includes(person))).toHaveLength(2);
    expect(drawn.filter((person) => 'de'.includes(person))).toHaveLength(2);
    expect([...(balancedPersons(all, 1, 0)?.balanced ?? [])]).toEqual(drawn);
    const draws = new Set(
      Array.from({ length: 20 }, (_, fold) => [...(balancedPersons(all, 1, fold)?.balanced ?? [])].join()),
    );
    expect(draws.size).toBeGreaterThan(1);
  });
  test('and as many persons of any group, to compare with: not always as many of each', () => {
    const shares = new Set<number>();
    for (let fold = 0; fold < 40; fold++) {
      const drawn = balancedPersons(all, 1, fold);
      expect(drawn?.fewer.size).toBe(drawn?.balanced.size);
      shares.add([...(drawn?.fewer ?? [])].filter((person) => 'abc'.includes(person)).length);
    }
    // Four of five persons, of whom three are in g.
    expect([...shares].sort()).toEqual([2, 3]);
  });
  test('has nothing to do for groups of one size, or one group', () => {
    expect(balancedPersons(subjects({ a: ['g', 3], b: ['h', 1] }), 1)).toBeNull();
    expect(balancedPersons(subjects({ a: ['g', 3], b: ['g', 1] }), 1)).toBeNull();
  });
});

describe('trainingSteps', () => {
  const trial = (head: HeadTrial['head'], person: string, photo: string, right: boolean, probability: number) => ({
    ...{ head, view: 'eyes' as const, photo, source: photo, person, group: null as string | null, right, probability },
    regions: perRegion((region) => (region === 'eyes' ? probability : 0)),
  });
  const summary = (trials: readonly HeadTrial[]) => {
    const steps = trainingSteps(trials, { seed: 1, resamples: 100 });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };

  test('averages by person, and compares heads on the same photos only', () => {
    const { results, changes } = summary([
      trial('plain', 'a', 'a0', true, 0.8),
      trial('plain', 'a', 'a1', false, 0.4),
      trial('plain', 'b', 'b0', true, 0.9),
      trial('plain', 'c', 'c0', true, 0.1),
      trial('masked', 'a', 'a0', true, 0.9),
      trial('masked', 'a', 'a1', true, 0.7),
      trial('masked', 'b', 'b0', true, 1),
    ]);
    const [plain, masked] = results;
    expect(plain).toMatchObject({ head: 'plain', persons: 3, photos: 4 });
    expect(plain?.probability.mean).toBeCloseTo((0.6 + 0.9 + 0.1) / 3, 10);
    expect(plain?.recognised.mean).toBeCloseTo((0.5 + 1 + 1) / 3, 10);
    expect(masked).toMatchObject({ head: 'masked', persons: 2, photos: 3 });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ head: 'masked', against: 'plain', persons: 2, photos: 3 });
    expect(changes[0]?.probability.mean).toBeCloseTo((0.2 + 0.1) / 2, 10);
    expect(changes[0]?.recognised.mean).toBeCloseTo(0.25, 10);
    expect(changes[0]?.regions.eyes.mean).toBeCloseTo(0.15, 10);
  });

  test('of two persons, of whom one is right and one wrong by either head, no interval claims to be sure', () => {
    const { results, changes } = summary(
      (['plain', 'masked'] as const).flatMap((head) => [
        trial(head, 'a', 'a0', true, 0.8),
        trial(head, 'b', 'b0', false, 0.3),
      ]),
    );
    expect(changes[0]?.recognised).toMatchObject({ mean: 0 });
    expect(changes[0]?.recognised.low).toBeLessThan(-0.5);
    expect(changes[0]?.recognised.high).toBeGreaterThan(0.5);
    for (const { recognised, probability, regions } of [...results, ...changes])
      for (const { low, high } of [recognised, probability, ...Object.values(regions)])
        if (!Number.isNaN(low)) expect(high - low).toBeGreaterThan(0.1);
    // Neither has any heat on the mouth: nothing is known of a third.
    expect(results[0]?.regions.mouth).toEqual({ mean: 0, low: Number.NaN, high: Number.NaN });
  });
});

describe('group differences of heads', () => {
  const random = createRandom(21);
  const draw = (head: HeadTrial['head'], group: string, index: number, probability: number): HeadTrial => {
    const eyes = 0.2 + 0.05 * random();
    return {
      ...{
        head,
        view: 'open',
        photo: `${group}${index} 0`,
        source: `${group}${index}`,
        person: `${group}${index}`,
        group,
      },
      ...{ right: random() < 0.8, probability, regions: perRegion((region) => (region === 'eyes' ? eyes : 0.1)) },
    };
  };
  const trialsOf = (persons: Readonly<Record<string, number>>) =>
    (['plain', 'masked'] as const).flatMap((head) =>
      Object.entries(persons).flatMap(([group, count]) =>
        Array.from({ length: count }, (_, i) =>
          // Only the plain head is less sure of the persons of b.
          draw(head, group, i, 0.8 + 0.1 * random() - (head === 'plain' && group === 'b' ? 0.3 : 0)),
        ),
      ),
    );
  const study = (trials: readonly HeadTrial[]) => {
    const steps = trainingSteps(trials, { seed: 1, resamples: 999 });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };

  test('are tested for each head, and the planted one is found for its head alone', () => {
    const found = study(trialsOf({ a: 9, b: 8 }));
    // Two heads in one view: 8 regions, names and probability.
    expect([found.tests, found.differences.length]).toEqual([20, 20]);
    const probability = (head: string) =>
      found.differences.find((one) => one.head === head && one.quantity.kind === 'probability');
    expect(probability('plain')?.difference).toBeCloseTo(0.3, 1);
    expect(probability('plain')?.q).toBeLessThan(0.05);
    expect(probability('plain')?.low).toBeGreaterThan(0);
    expect(probability('masked')?.q).toBeGreaterThan(0.05);
    expect(probability('masked')?.sizes.map(({ persons }) => persons)).toEqual([9, 8]);
    expect(found.refusals).toEqual([]);
  });

  test('are refused below eight persons', () => {
    const found = study(trialsOf({ a: 9, b: 7 }));
    expect(found.differences).toEqual([]);
    expect(found.refusals.map(({ head, tooFew }) => [head, tooFew.groups])).toEqual([
      ['plain', [{ group: 'b', persons: 7 }]],
      ['masked', [{ group: 'b', persons: 7 }]],
    ]);
  });

  test('a single large difference among 160 tests is found: there are splits enough for them', () => {
    const views = ['open', 'eyes', 'lower-face', 'unseen'] as const;
    const heads = ['plain', 'masked', 'balanced', 'fewer'] as const;
    const trials = heads.flatMap((head) =>
      views.flatMap((view) =>
        ['a', 'b'].flatMap((group) =>
          Array.from({ length: 14 }, (_, i): HeadTrial => {
            const isLess = head === 'masked' && view === 'eyes' && group === 'b';
            // Everybody is recognised, and the heat is alike, so that one difference is all there is.
            const one = draw(head, group, i, 0.8 + 0.01 * random() - (isLess ? 0.3 : 0));
            return { ...one, view, right: true, regions: perRegion(() => 0.1 + 0.01 * random()) };
          }),
        ),
      ),
    );
    const steps = trainingSteps(trials, { seed: 1, resamples: 200 });
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const { differences, tests, splits } = step.value;
    expect([tests, splits]).toEqual([160, 16_000]);
    const found = differences.filter(({ q }) => q < 0.05);
    expect(found.map(({ head, view, quantity }) => `${head}, ${view}: ${quantity.kind}`)).toContain(
      'masked, eyes: probability',
    );
  });

  test('a head with few tests has as many splits as one with many: q is corrected over all of them', () => {
    const group = (head: 'plain' | 'balanced', name: string, persons: number) =>
      Array.from({ length: persons }, (_, i) => draw(head, name, i, 0.5 + 0.1 * random()));
    const found = study([
      ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((name) => group('plain', name, 8)),
      ...['a', 'b'].flatMap((name) => group('balanced', name, 8)),
    ]);
    // Fifteen pairs of one head and one of the other, ten quantities each.
    expect([found.tests, found.splits]).toEqual([160, 16_000]);
  });

  test('the balanced head is compared with the one of as few names, on the persons whom both know', () => {
    const { changes } = study([
      ...['a0', 'a1', 'b0'].map((_, i) => draw('plain', 'a', i, 0.2)),
      ...[0, 1].map((i) => draw('balanced', 'a', i, 0.9)),
      ...[1, 2].map((i) => draw('fewer', 'a', i, 0.6)),
    ]);
    expect(changes.filter(({ group }) => group === null)).toHaveLength(1);
    expect(changes[0]).toMatchObject({ head: 'balanced', against: 'fewer', persons: 1, photos: 1 });
    expect(changes[0]?.probability.mean).toBeCloseTo(0.3, 10);
  });
});

test('who was tried is counted from the trials, and who was not is named', () => {
  const all = subjects({ a: ['g', 2], b: ['g', 2], c: ['g', 1], d: ['h', 2] });
  const { fold } = foldsOf(all);
  // A head is asked for whom it knows by another photo; d’s second face is not kept any more.
  const trials = all.flatMap(({ id, person }, i) => {
    const isKnown = all.some((other, j) => other.person === person && fold[j] !== fold[i]);
    if (!isKnown || id === 'd1') return [];
    return ['0', '1'].map(() => ({ head: 'plain' as const, source: id, person }));
  });
  expect(countTried(all, trials)).toEqual({ persons: 3, photos: 5, leftOut: ['c'] });
});

describe('forEachAtOnce', () => {
  test('has no more under way than allowed, does all, and begins nothing after an error', async () => {
    let [now, most] = [0, 0];
    const done: number[] = [];
    const work = async (item: number) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      if (item === 13) throw new Error('thirteen');
      done.push(item);
    };
    await forEachAtOnce([1, 2, 3, 4, 5, 6, 7], 3, work);
    expect([most, done.length]).toEqual([3, 7]);
    await expect(forEachAtOnce([13, 14, 15, 16, 17], 2, work)).rejects.toThrow('thirteen');
    expect(now).toBe(0);
    expect(done).not.toContain(17);
  });
});
