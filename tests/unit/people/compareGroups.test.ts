import { describe, expect, test } from 'vitest';
import { labelMasked } from '../../../src/page/flows/people/labelMasked';
import type { PeopleRow } from '../../../src/shared/calls/peopleCalls';
import { regions } from '../../../src/shared/face';
import { averageMaps, subtractMaps } from '../../../src/shared/people/averageMaps';
import { compareGroups } from '../../../src/shared/people/compareGroups';
import { compareMasked } from '../../../src/shared/people/compareMasked';
import { perRegion } from '../../../src/shared/people/quantities';
import { untestedSentence, untoldRate } from '../../../src/shared/people/verdicts';
import { createRandom, normal, type Random } from '../../../src/shared/random';
import { beta } from '../statistics/samples';

const options = { seed: 1, resamples: 300 };

/** A photo; heat on the eyes by choice, the rest drawn. */
function row(random: Random, person: string, group: string | null, eyes = 0.1 + 0.05 * beta(random, 2, 2)): PeopleRow {
  const others = regions.slice(1).map(() => beta(random, 2, 6));
  const sum = others.reduce((total, one) => total + one, 0);
  const conditions = {
    ...{ faceSize: 100 + 10 * normal(random), yaw: 8 * normal(random), roll: 5 * normal(random) },
    ...{ brightness: 120 + 20 * normal(random), sharpness: 50 + 9 * normal(random) },
  };
  return {
    ...{ person, group, right: random() < 0.8, probability: beta(random, 8, 2), conditions },
    regions: perRegion((region) =>
      region === 'eyes' ? eyes : ((1 - eyes) * (others[regions.indexOf(region) - 1] ?? 0)) / sum,
    ),
  };
}

const people = (random: Random, group: string, count: number, photos: number, eyes?: (person: number) => number) =>
  Array.from({ length: count }, (_, i) => {
    const own = eyes?.(i);
    return Array.from({ length: photos }, () => row(random, `${group}${i}`, group, own));
  }).flat();

describe('compareGroups', () => {
  const random = createRandom(11);
  const rows = [
    ...people(random, 'a', 12, 3, () => 0.3 + 0.04 * normal(random)),
    ...people(random, 'b', 10, 2, () => 0.2 + 0.04 * normal(random)),
    ...people(random, 'c', 3, 4),
    row(random, 'nobody', null),
  ];
  const found = compareGroups(rows, options);

  test('counts persons and photos, and leaves out who is in no group', () => {
    expect(found.groups.map(({ group, persons, photos }) => [group, persons, photos])).toEqual([
      ['a', 12, 36],
      ['b', 10, 20],
      ['c', 3, 12],
    ]);
  });

  test('photos that the gallery holds itself count in no rate, and in everything else', () => {
    const enrolled = rows.map((one) => ({ ...one, enrolled: one.group === 'a' || one.person === 'b0' }));
    const [a, b, c] = compareGroups(enrolled, options).groups;
    expect(a).toMatchObject({
      recognised: null,
      named: { persons: 0, photos: 0 },
      enrolled: { persons: 12, photos: 36 },
    });
    expect(b).toMatchObject({ named: { persons: 9, photos: 18 }, enrolled: { persons: 1, photos: 2 } });
    const of = (group: string, person: string) => rows.filter((one) => one.group === group && one.person !== person);
    const right = of('b', 'b0').filter((one) => one.right === true).length / 18;
    expect(b?.recognised?.mean).toBeCloseTo(right, 12);
    expect(c).toEqual(found.groups[2]);
    expect(a?.probability).toEqual(found.groups[0]?.probability);
  });

  test('finds the planted difference after the correction, and names the effect large', () => {
    const eyes = found.differences.find(({ quantity }) => quantity.kind === 'region' && quantity.region === 'eyes');
    expect(eyes?.groups).toEqual(['a', 'b']);
    expect(eyes?.q).toBeLessThan(0.05);
    expect(eyes?.effect).toBeGreaterThan(1);
    expect(eyes?.low).toBeGreaterThan(0);
    expect(eyes?.difference).toBeCloseTo(
      (found.groups[0]?.regions.eyes.mean ?? 0) - (found.groups[1]?.regions.eyes.mean ?? 0),
      12,
    );
  });

  test('tests everything once a pair: 8 regions, names, probability and 5 conditions', () => {
    expect(found.tests).toBe(15);
    expect(found.differences).toHaveLength(15);
    expect(compareGroups(rows, { ...options, quantities: ['region'] }).tests).toBe(8);
  });

  test('refuses a verdict on the group of three, and says how many it takes', () => {
    expect(found.tooFew).toEqual({ needed: 8, forLargeEffect: 56, tests: 45, groups: [{ group: 'c', persons: 3 }] });
    expect(found.differences.some(({ groups }) => groups.includes('c'))).toBe(false);
  });

  test('gives the same figures for the same seed', () => {
    expect(compareGroups(rows, options)).toEqual(found);
    expect(compareGroups(rows, { ...options, seed: 2 }).groups[0]?.regions.eyes).not.toEqual(
      found.groups[0]?.regions.eyes,
    );
  });

  test('each person counts once, however many photos', () => {
    const few = [row(random, 'x', 'g', 0.5), ...Array.from({ length: 50 }, () => row(random, 'y', 'g', 0.1))];
    expect(compareGroups(few, options).groups[0]?.regions.eyes.mean).toBeCloseTo(0.3, 12);
  });

  test('poses count by how far they are from frontal, whichever way', () => {
    const turned = [-20, 20].map((yaw, i): PeopleRow => {
      const one = row(random, `t${i}`, 'g');
      return { ...one, conditions: { ...one.conditions, yaw } };
    });
    expect(compareGroups(turned, options).groups[0]?.conditions.yaw.mean).toBe(20);
  });

  test('no interval of a condition leaves what it can be: nothing below 0, no luma above 255', () => {
    const odd = [0, 0, 90].flatMap((size, i) => {
      const one = row(random, `o${i}`, 'g');
      const conditions = { faceSize: size, yaw: size, roll: -size, brightness: 255 - size, sharpness: size };
      return [{ ...one, conditions }];
    });
    const { conditions } = compareGroups(odd, options).groups[0] ?? {};
    for (const { mean, low, high } of Object.values(conditions ?? {})) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThan(mean);
      expect(high).toBeGreaterThan(mean);
    }
    expect(conditions?.yaw.low).toBe(0);
    expect(conditions?.brightness.high).toBe(255);
  });
});

test('many photos of few persons do not make differences out of nothing', () => {
  const random = createRandom(12);
  const [trials, persons, photos] = [400, 10, 6];
  let [byPerson, byPhoto] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    // What a person's photos have in common is most of what they are.
    const rows = ['a', 'b'].flatMap((group) =>
      people(random, group, persons, photos, () => 0.3 + 0.05 * normal(random)),
    );
    const p = (given: readonly PeopleRow[]) => {
      const { differences } = compareGroups(given, { seed: trial, resamples: 99, quantities: ['region'] });
      return differences[0]?.p ?? 1;
    };
    byPerson += Number(p(rows) < 0.05) / trials;
    // Whoever takes each photo for a person of its own finds what is not there.
    byPhoto += Number(p(rows.map((one, i) => ({ ...one, person: String(i) }))) < 0.05) / trials;
  }
  expect(byPerson).toBeGreaterThanOrEqual(0.02);
  expect(byPerson).toBeLessThanOrEqual(0.08);
  expect(byPhoto).toBeGreaterThan(0.2);
}, 60_000);

test('compareMasked pairs photos: what everybody loses alike is told narrowly, however unlike they are', () => {
  const random = createRandom(13);
  const open = people(random, 'a', 10, 2, () => 0.1 + 0.6 * random());
  const masked = open.map((one) => ({
    ...one,
    right: false,
    regions: { ...one.regions, eyes: one.regions.eyes - 0.08 + 0.002 * normal(random) },
  }));
  const [loss] = compareMasked({ open, masked, ...options }).groups;
  expect(loss?.regions.eyes.mean).toBeCloseTo(-0.08, 2);
  expect((loss?.regions.eyes.high ?? 0) - (loss?.regions.eyes.low ?? 0)).toBeLessThan(0.01);
  expect(loss?.recognised?.mean).toBeCloseTo(-open.filter(({ right }) => right).length / open.length, 10);
  expect(loss?.recognised?.low).toBeGreaterThanOrEqual(-1);
  expect(loss?.probability.mean).toBe(0);
});

describe('compareMasked', () => {
  const random = createRandom(17);
  /** Group a loses on the eyes what b does not. */
  const lose = (rows: readonly PeopleRow[], a: number, b: number): PeopleRow[] =>
    rows.map((one) => {
      const loss = (one.group === 'a' ? a : b) + 0.01 * normal(random);
      return {
        ...one,
        right: one.group === 'b' && one.right,
        regions: { ...one.regions, eyes: one.regions.eyes - loss },
      };
    });
  const wide = () => 0.3 + 0.3 * random();

  test('whose photo it is the mask does not change, whatever the network says under it', () => {
    const known = ['Anna', 'Bea'];
    const open = ['Anna', 'Bea', 'Anna', 'Bea'].map((person, i) => ({
      ...row(random, person, 'a', 0.1 * (i + 1)),
      right: null,
    }));
    const masked = open.map((one, i): PeopleRow => {
      // With the mask every face is taken for the other person, the last for nobody.
      const said = { ...one, label: one.person === 'Anna' ? 'Bea' : 'Anna', unknown: i === 3 };
      const rest = {
        index: 0,
        enrolled: false,
        faces: 1,
        kept: 0.5,
        covered: 0.2,
        heatOnMask: 0,
        map: { side: 1, values: new Float32Array(1) },
      };
      const photo = { id: String(i), file: `${i}.jpg`, person: null, group: 'a' };
      const { person, group, right } = labelMasked({ ...said, ...rest }, photo, one, known);
      const regions = { ...one.regions, eyes: one.regions.eyes / 2 };
      return { ...one, person, group, right, regions };
    });
    expect(masked.map(({ person }) => person)).toEqual(['Anna', 'Bea', 'Anna', 'Bea']);
    const [loss] = compareMasked({ open, masked, ...options }).groups;
    // Anna loses half of 0.2 on average, Bea half of 0.3.
    expect(loss?.regions.eyes.mean).toBeCloseTo(-0.125, 10);
    expect(loss).toMatchObject({ persons: 2, photos: 4 });
  });

  test.each([
    ['person', { person: 'somebody else' }],
    ['group', { group: 'b' }],
    ['basis of right', { right: null }],
  ])('refuses rows of another %s', (_, change) => {
    const open = people(random, 'a', 2, 2).map((one) => ({ ...one, right: true }));
    const masked = open.map((one, i) => (i === 1 ? { ...one, ...change } : one));
    expect(() => compareMasked({ open, masked, ...options })).toThrow(RangeError);
    expect(() => compareMasked({ open, masked: open.slice(1), ...options })).toThrow(RangeError);
  });

  test('finds which group loses more, however unlike the persons are, and counts its tests', () => {
    const open = [...people(random, 'a', 9, 2, wide), ...people(random, 'b', 8, 2, wide)];
    const found = compareMasked({ open, masked: lose(open, 0.12, 0.04), ...options });
    const eyes = found.differences.find(({ quantity }) => quantity.kind === 'region' && quantity.region === 'eyes');
    expect(eyes?.groups).toEqual(['a', 'b']);
    expect(eyes?.difference).toBeCloseTo(-0.08, 1);
    expect(eyes?.q).toBeLessThan(0.05);
    expect(eyes?.high).toBeLessThan(0);
    expect(eyes?.sizes).toEqual([
      { persons: 9, photos: 18 },
      { persons: 8, photos: 16 },
    ]);
    const rate = found.differences.find(({ quantity }) => quantity.kind === 'recognised');
    const [a, b] = found.groups;
    expect(rate?.difference).toBeCloseTo((a?.recognised?.mean ?? 0) - (b?.recognised?.mean ?? 0), 10);
    // Regions, names and probability; a mask changes no condition of a photo.
    expect(found.tests).toBe(10);
  });

  test('refuses a verdict on seven persons', () => {
    const open = [...people(random, 'a', 9, 1, wide), ...people(random, 'b', 7, 1, wide)];
    const found = compareMasked({ open, masked: lose(open, 0.2, 0), ...options });
    expect(found).toMatchObject({ differences: [], tooFew: { needed: 8, groups: [{ group: 'b', persons: 7 }] } });
  });
});

test('a rate over few of the persons is counted by them, and its missing test is told', () => {
  const random = createRandom(18);
  const rows = [...people(random, 'a', 12, 2), ...people(random, 'b', 10, 2)];
  // Of five persons of b the user said who they are.
  const some = rows.map((one) => (one.group === 'b' && one.person > 'b4' ? { ...one, right: null } : one));
  const { groups, differences, untested } = compareGroups(some, options);
  expect(groups[1]).toMatchObject({ persons: 10, photos: 20, named: { persons: 5, photos: 10 } });
  expect(differences.some(({ quantity }) => quantity.kind === 'recognised')).toBe(false);
  expect(untested).toHaveLength(1);
  expect(untested.map(untestedSentence)).toEqual([
    'Not tested between a and b: recognised. It can be told of 12 persons of a and 5 persons of b, and takes 8 of each.',
  ]);
  expect(compareGroups(rows, options).untested).toEqual([]);
});

test('only where the gallery holds all of a group’s photos they are recognised by definition', () => {
  const enrolled = (photos: number) => ({ enrolled: { persons: 1, photos }, photos: 4 });
  expect([4, 3, 0].map((photos) => untoldRate(enrolled(photos)))).toEqual([
    'by definition',
    'cannot be told',
    'cannot be told',
  ]);
});

describe('averageMaps', () => {
  const map = (...values: number[]) => ({ side: 2, values: Float32Array.from(values) });
  test('averages photos by person, then persons, and tells the spread of persons', () => {
    const found = averageMaps([
      { person: 'a', map: map(1, 0, 0, 0) },
      { person: 'a', map: map(3, 0, 0, 0) },
      { person: 'b', map: map(6, 1, 0, 0) },
    ]);
    expect(found).toMatchObject({ persons: 2, photos: 3 });
    expect([...(found?.mean.values ?? [])]).toEqual([4, 0.5, 0, 0]);
    expect(found?.deviation.values[0]).toBeCloseTo(Math.sqrt(8), 5);
    expect(found?.deviation.values[1]).toBeCloseTo(Math.sqrt(0.5), 5);
  });
  test('one person has no spread, nobody no map', () => {
    expect([...(averageMaps([{ person: 'a', map: map(1, 2, 3, 4) }])?.deviation.values ?? [])]).toEqual([0, 0, 0, 0]);
    expect(averageMaps([])).toBeNull();
  });
  test('subtracts on the raw scale, and refuses maps of two sizes', () => {
    expect([...subtractMaps(map(1, 2, 3, 4), map(0, 5, 3, 1)).values]).toEqual([1, -3, 0, 3]);
    expect(() => subtractMaps(map(1, 2, 3, 4), { side: 1, values: new Float32Array(1) })).toThrow(RangeError);
  });
});
