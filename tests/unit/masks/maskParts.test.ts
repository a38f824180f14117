import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../../src/shared/csv';
import type { Recognition } from '../../../src/shared/explain';
import { regions } from '../../../src/shared/face';
import { cropMargin } from '../../../src/shared/geometry/cropMargin';
import { faceToNetwork } from '../../../src/shared/geometry/faceToNetwork';
import { fillKinds, type Mask, type RegionNeed } from '../../../src/shared/mask';
import { answerOf } from '../../../src/shared/mask/answerOf';
import { cellsOf } from '../../../src/shared/mask/cellsOf';
import { compareAnswers } from '../../../src/shared/mask/compareAnswers';
import { maskPicture, strokeOfPicture } from '../../../src/shared/mask/maskPicture';
import { needsTable } from '../../../src/shared/mask/needsTable';
import { createRandom } from '../../../src/shared/random';
import { applyMask, fillsIn } from '../../../src/shared/raster/applyMask';
import { coveredShare } from '../../../src/shared/raster/coveredShare';
import { fillPicture } from '../../../src/shared/raster/fillPicture';
import { heatOnMask } from '../../../src/shared/raster/heatOnMask';
import { rasteriseMask } from '../../../src/shared/raster/rasteriseMask';
import { regionHeat } from '../../../src/shared/raster/regionHeat';
import { thumbnail } from '../../../src/shared/raster/thumbnail';

const random = createRandom(7);
const bytes = (length: number, most = 256) => Uint8Array.from({ length }, () => Math.floor(most * random()));
const picture = (width: number, height: number) => ({
  width,
  height,
  rgba: new Uint8ClampedArray(bytes(4 * width * height)),
});
const index = (name: (typeof regions)[number]) => regions.indexOf(name);

test('each hidden pixel is its fill’s, at the same place; open ones and all alphas stay', () => {
  const input = picture(6, 5);
  const raster = bytes(30, 6);
  const fills = Object.fromEntries(
    fillKinds.map((fill) => [fill, fill === 'other' ? picture(6, 5) : fillPicture(input, fill, 3)]),
  );
  const before = input.rgba.slice();
  const { rgba } = applyMask(input, raster, fills);
  for (let i = 0; i < rgba.length; i++) {
    const fill = fillKinds[(raster[i >> 2] as number) - 1];
    const source = i % 4 === 3 || fill === undefined ? input : fills[fill];
    expect(rgba[i]).toBe(source?.rgba[i]);
  }
  expect(input.rgba).toEqual(before);
  expect(fillsIn(Uint8Array.of(0, 5, 1, 5))).toEqual(['black', 'other']);
  expect(() => applyMask(input, raster, { black: input })).toThrow(RangeError);
  expect(() => applyMask(input, raster, { ...fills, other: picture(5, 5) })).toThrow(RangeError);
  expect(() => applyMask(input, bytes(29, 1), fills)).toThrow(RangeError);
});

test('the share covered counts the face alone; where there is no face, everything', () => {
  const labels = Uint8Array.of(index('eyes'), index('elsewhere'), index('jaw'), index('nose'));
  expect(coveredShare(Uint8Array.of(4, 1, 0, 0), labels)).toBeCloseTo(1 / 3);
  expect(coveredShare(Uint8Array.of(0, 1, 0, 0), labels)).toBe(0);
  expect(coveredShare(Uint8Array.of(0, 1, 0, 0), new Uint8Array(4).fill(index('elsewhere')))).toBe(0.25);
});

test('the heat on a mask is the heat of the regions that it hides', () => {
  const values = Float32Array.from({ length: 49 }, () => random() - 0.3);
  const labels = bytes(28 * 35, regions.length);
  for (const signed of [false, true]) {
    const map = { width: 7, height: 7, values, signed };
    const hidden = labels.map((label) => (label === index('eyes') || label === index('mouth') ? 2 : 0));
    const heat = regionHeat(map, labels, [28, 35]);
    const expected = [index('eyes'), index('mouth')].reduce((sum, i) => sum + (heat[i]?.share ?? 0), 0);
    expect(heatOnMask(map, hidden, [28, 35])).toBeCloseTo(expected, 6);
  }
  const cold = { width: 2, height: 2, values: new Float32Array(4).fill(-1), signed: false };
  expect(heatOnMask(cold, new Uint8Array(16).fill(1), [4, 4])).toBe(0);
});

test('hidden pixels as a stroke hide the same pixels of the same input again', () => {
  for (const [size, margin] of [
    [[224, 224], 0.25],
    [[150, 150], 0.1],
    [[180, 131], 0.37],
  ] as const) {
    const hidden = bytes(size[0] * size[1], 2);
    const toPixels = faceToNetwork(size, margin);
    expect(rasteriseMask([cellsOf(hidden, size, toPixels, 'black')], size, toPixels)).toEqual(hidden);
  }
});

test('a saved mask comes back as the same mask, by alpha or by darkness', () => {
  const mask: Mask = [
    { shape: { kind: 'ellipse', box: { x: 0.1, y: -0.3, width: 0.8, height: 0.7 } }, erase: false, fill: 'noise' },
    { shape: { kind: 'brush', points: [{ x: 0.2, y: 0.1 }], width: 0.15 }, erase: true, fill: 'black' },
  ];
  const saved = maskPicture(mask);
  expect(saved.rgba.some((value, i) => i % 4 !== 3 && value !== 0)).toBe(false);
  expect(saved.rgba.some((value) => value === 255)).toBe(true);
  const onWhite = saved.rgba.map((_, i) => (i % 4 === 3 ? 255 : 255 - (saved.rgba[i | 3] as number)));
  const pictures = [saved, { ...saved, rgba: new Uint8ClampedArray(onWhite) }];
  for (const stroke of pictures.map((each) => strokeOfPicture(each, 'black'))) {
    const { rgba } = maskPicture([stroke]);
    expect(rgba.every((value, i) => value === saved.rgba[i])).toBe(true);
    expect(stroke.fill).toBe('black');
  }
  // A picture twice as wide as high covers the middle half of the square's height.
  const wide = strokeOfPicture({ width: 4, height: 2, rgba: new Uint8ClampedArray(32) }, 'mean');
  expect(wide.shape).toMatchObject({ box: { x: -0.5, y: 0, width: 2, height: 1 }, width: 4, height: 2 });
});

test('a thumbnail is made of means', () => {
  const small = thumbnail({ width: 4, height: 2, rgba: new Uint8ClampedArray(32).map((_, i) => i) }, 2);
  expect([small.width, small.height]).toEqual([2, 1]);
  expect([...small.rgba.slice(0, 4)]).toEqual([10, 11, 12, 13]);
});

const recognition = (logits: readonly number[], unknown = false): Recognition => {
  const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
  const scores = logits.map((logit, i) => ({ index: i, label: `P${i}`, logit, probability: Math.exp(logit) / sum }));
  return { embedding: null, outputs: [], identity: { scores, nearest: { index: 0, distance: 1 }, unknown } };
};

test('the answer is the largest logit, or nobody', () => {
  expect(answerOf(recognition([1, 3, 2]))).toMatchObject({ index: 1, name: 'P1', nearest: 'P1' });
  expect(answerOf(recognition([1, 3, 2], true))).toMatchObject({ index: -1, name: null, nearest: 'P1' });
  const scores = recognition([0, 5]).identity?.scores ?? [];
  expect(answerOf({ embedding: null, identity: null, outputs: [{ output: 'o', scores }] })?.name).toBe('P1');
  expect(answerOf({ embedding: null, identity: null, outputs: [] })).toBeNull();
});

test('answers are compared by person: whoever was or is among the first', () => {
  const rows = compareAnswers(recognition([9, 8, 7, 6]), recognition([1, 2, 3, 10]), 2);
  expect(rows.map(({ label, before, after, logitChange }) => [label, before.rank, after.rank, logitChange])).toEqual(
    [
      ['P0', 1, 4, -8],
      ['P1', 2, 3, -6],
      ['P2', 3, 2, -4],
      ['P3', 4, 1, 4],
    ].filter(([, before, after]) => Math.min(before as number, after as number) <= 2),
  );
  const sum = compareAnswers(recognition([9, 8]), recognition([1, 2])).reduce(
    (s, r) => s + r.after.probability - r.before.probability,
    0,
  );
  expect(sum).toBeCloseTo(0, 12);
});

const heat = (shares: readonly number[]) =>
  shares.map((share, i) => ({
    region: regions[i] as (typeof regions)[number],
    share,
    area: 0.1,
    density: share / 0.1,
  }));
const needs = (i: number, drops: readonly number[]): RegionNeed[] =>
  drops.map((drop, f) => ({
    region: regions[i] as (typeof regions)[number],
    fill: fillKinds[f] as RegionNeed['fill'],
    before: { score: 10, probability: 0.9 },
    after: { score: 10 - drop, probability: 0.9 - drop / 100 },
  }));

test('needs: mean drop and its spread over the fills, both rankings, and where they disagree', () => {
  const drops = [
    [1, 3, 1, 3],
    [0, 0, 0, 0],
    [8, 12, 10, 10],
    [5, 5, 5, 5],
    [4, 4, 4, 4],
    [3, 3, 3, 3],
  ];
  const { rows, agreement, apart, done, total } = needsTable(
    heat([0.5, 0.2, 0.02, 0.12, 0.1, 0.06]),
    drops.flatMap((each, i) => needs(i, each)),
  );
  expect([apart, done, total]).toEqual([2, 6, 6]);
  expect(rows.map(({ region, meanDrop, heatRank, dropRank }) => [region, meanDrop, heatRank, dropRank])).toEqual([
    ['eyes', 2, 1, 5],
    ['brows', 0, 2, 6],
    ['nose', 10, 6, 1],
    ['mouth', 5, 3, 2],
    ['forehead', 4, 4, 3],
    ['cheeks', 3, 5, 4],
  ]);
  expect(rows[0]?.spread).toBeCloseTo(Math.sqrt(4 / 3));
  expect(rows[2]?.meanProbabilityDrop).toBeCloseTo(0.1);
  expect(rows.map(({ disagreement }) => disagreement)).toEqual([
    // Its fall of 2 is more than the fills differ: needed, if less than most others.
    null,
    'looked at, not needed',
    'needed, not looked at',
    null,
    null,
    null,
  ]);
  // Spearman's formula without ties: 1 − 6 Σd² / (n (n² − 1)).
  expect(agreement).toBeCloseTo(1 - (6 * (16 + 16 + 25 + 1 + 1 + 1)) / (6 * 35));
});

test.each([
  ['rises with every fill', [-1, -1, -1, -1], null],
  ['drops by less than its spread', [9, -7, 9, -7], null],
  ['does not change', [0, 0, 0, 0], null],
  ['drops by more than its spread', [2, 1, 2, 1], 'needed, not looked at'],
] as const)('needs: a region without heat that ranks first by its drop and %s', (_, drops, mark) => {
  // All others rise more.
  const others = [1, 2, 3].flatMap((i) => needs(i, [-5, -5, -5, -5]));
  const { rows } = needsTable(heat([0, 0.5, 0.3, 0.2]), [...needs(0, drops), ...others]);
  expect(rows[0]).toMatchObject({ heatRank: 4, dropRank: 1, disagreement: mark });
});

test.each([
  ['rises with every fill', [-1, -1, -1, -1], 'looked at, not needed'],
  ['drops by less than its spread', [5, -4, 5, -4], 'looked at, not needed'],
  ['drops by more than its spread, if by less than the others', [3.2, 2.8, 3.2, 2.8], null],
] as const)('needs: the hottest region that ranks fourth by its drop and %s', (_, drops, mark) => {
  const others = [10, 9, 8, 0, -20, -21].flatMap((drop, i) => needs(i + 1, [drop, drop, drop, drop]));
  const { rows } = needsTable(heat([0.4, 0.2, 0.15, 0.1, 0.08, 0.05, 0.02]), [...needs(0, drops), ...others]);
  expect(rows[0]).toMatchObject({ heatRank: 1, dropRank: mark === null ? 4 : expect.any(Number), disagreement: mark });
});

test('needs: nothing is marked or correlated before every region of the face has every fill', () => {
  const face = [...heat([0.1, 0.2, 0.3, 0.4]), { region: 'elsewhere', share: 0, area: 0.5, density: 0 } as const];
  const events = [1, 2, 3, 4].flatMap((drop, i) => needs(i, [5 - drop, 5 - drop, 5 - drop, 5 - drop]));
  const part = needsTable(face, events.slice(0, -1));
  expect([part.done, part.total, part.agreement]).toEqual([3, 4, Number.NaN]);
  expect(part.rows.map(({ disagreement }) => disagreement)).toEqual([null, null, null, null, null]);
  const whole = needsTable(face, events);
  expect(whole.done).toBe(4);
  expect(whole.agreement).toBeCloseTo(-1);
  expect(whole.rows[0]?.disagreement).toBe('needed, not looked at');
});

test('needs: ties share a rank, regions that the face does not have are left out, what is not measured is not ranked', () => {
  const shares = heat([0.4, 0.4, 0.2, 0]).map((entry, i) => (i === 3 ? { ...entry, area: 0 } : entry));
  const { rows } = needsTable(shares, [...needs(0, [1]), ...needs(1, [1])]);
  expect(rows).toHaveLength(3);
  expect(rows.slice(0, 2).map(({ heatRank, dropRank }) => [heatRank, dropRank])).toEqual([
    [1.5, 1.5],
    [1.5, 1.5],
  ]);
  expect(rows[2]).toMatchObject({ drops: [], disagreement: null });
  expect([rows[2]?.meanDrop, rows[2]?.heatRank, rows[0]?.spread]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

/** Reads by RFC 4180's grammar, character by character. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const row: string[] = [];
    for (;;) {
      let value = '';
      if (text[at] === '"') {
        for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
          if (text[at] === '"') at++;
          value += text[at];
        }
        at++;
      } else while (at < text.length && text[at] !== ',' && text[at] !== '\r') value += text[at++];
      row.push(value);
      if (text[at] !== ',') break;
      at++;
    }
    expect(text.slice(at, at + 2)).toBe('\r\n');
    at += 2;
    rows.push(row);
  }
  return rows;
}

test('CSV is read back as it was, and no text is a formula', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', '+', '-', '@', '＝', ' ', 'ü') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 4 }), (rows) => {
      const read = readCsv(csv(rows));
      expect(read.map((row) => row.map((value) => value.replace(/^'(?=[=+\-@＝\t\r\n])/, '')))).toEqual(rows);
      for (const value of read.flat()) expect(value).not.toMatch(/^[=+\-@＝\t\r\n]/);
    }),
  );
  expect(csv([['=1+1', -1.5, Number.NaN, 'a"b']])).toBe('\'=1+1,-1.5,,"a""b"\r\n');
});

test('over a box of a photo a mask lies at the same place for every network; on a face by the network’s own margin', () => {
  const shape = { kind: 'rectangle', box: { x: 0.1, y: 0.2, width: 0.5, height: 0.3 } } as const;
  /** Where the mask lies, as shares of the input's side, to a pixel. */
  const placeOf = (kind: 'face' | 'box', side: number, networkMargin: number) => {
    const toPixels = faceToNetwork([side, side], cropMargin(kind, networkMargin));
    const raster = rasteriseMask([{ shape, erase: false, fill: 'black' }], [side, side], toPixels);
    return (raster.indexOf(1) % side) / side;
  };
  expect(placeOf('box', 224, 0.4)).toBeCloseTo(placeOf('box', 150, 0), 1);
  expect(placeOf('box', 224, 0.4)).toBeCloseTo((0.1 + 0.25) / 1.5, 1.5);
  expect(placeOf('face', 224, 0.4)).toBeCloseTo((0.1 + 0.4) / 1.8, 1.5);
  expect(placeOf('face', 150, 0)).toBeCloseTo(0.1, 1.5);
});
