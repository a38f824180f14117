import { describe, expect, test } from 'vitest';
import type { IdentityHead } from '../../../src/shared/explain';
import { createRandom } from '../../../src/shared/random';
import { growMask } from '../../../src/worker/explain/occlusion/hiding/growMask';
import type { Judge } from '../../../src/worker/explain/occlusion/hiding/judge';
import { piecesOf } from '../../../src/worker/explain/occlusion/hiding/piecesOf';
import { countOf, type PixelSet, union, without } from '../../../src/worker/explain/occlusion/hiding/pixelSets';
import { shrinkMask } from '../../../src/worker/explain/occlusion/hiding/shrinkMask';
import { verdictOf } from '../../../src/worker/explain/occlusion/hiding/verdict';

const pixels = 36;

/** A face whose margin is 1 less the weights of the hidden pixels: greedy choices can be followed by hand. */
function linearJudge(weights: readonly number[]): Judge & { judged: number } {
  const judge = async (masks: readonly Uint8Array[]) => {
    judge.judged += masks.length;
    return masks.map((mask) => {
      const margin = 1 - weights.reduce((sum, weight, i) => sum + (mask[i] ? weight : 0), 0);
      return { index: margin < 0 ? 1 : 0, probability: 0.5, margin, changed: margin < 0 };
    });
  };
  judge.judged = 0;
  return judge;
}

const random = createRandom(6);
const weights = Array.from({ length: pixels }, () => 0.2 * random());
const only = (...chosen: number[]) => Uint8Array.from({ length: pixels }, (_, i) => (chosen.includes(i) ? 1 : 0));
const all = Array.from({ length: pixels }, (_, i) => i);
const start = async (judge: Judge) => {
  const hidden = only();
  const [verdict] = await judge([hidden]);
  if (verdict === undefined) throw new Error('No verdict.');
  return { hidden, verdict };
};

describe('growing', () => {
  test('takes the heaviest parts for their area until the answer changes', async () => {
    const judge = linearJudge(weights);
    const parts = all.map((i) => only(i));
    const sizes: number[] = [];
    const found = await growMask(judge, await start(judge), parts, 4, pixels, ({ hidden }) =>
      sizes.push(countOf(hidden)),
    );
    const heaviest = all.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
    let needed = 0;
    for (let sum = 0; sum <= 1; needed++) sum += weights[heaviest[needed] ?? 0] ?? 0;
    expect(found?.hidden).toEqual(only(...heaviest.slice(0, needed)));
    expect(sizes).toEqual(Array.from({ length: needed }, (_, i) => i + 1));
    // Lazy: far fewer than all parts anew for each step.
    expect(judge.judged).toBeLessThan(pixels + 4 * needed + 2);
  });

  test('weighs by area, counts overlaps once, and stops at the most it may hide', async () => {
    const judge = linearJudge(all.map((i) => (i < 4 ? 0.3 : 0.05)));
    const parts = [only(...all.slice(4, 30)), only(0, 1), only(1, 2, 3)];
    const order: PixelSet[] = [];
    const grown = await growMask(judge, await start(judge), parts, 8, pixels, ({ hidden }) => order.push(hidden));
    expect(order).toEqual([only(0, 1), only(0, 1, 2, 3)]);
    expect(grown?.verdict.changed).toBe(true);
    expect(await growMask(judge, await start(judge), parts, 8, 3, () => undefined)).toBeNull();
  });

  test('says so when nothing changes the answer', async () => {
    const judge = linearJudge(all.map(() => 0.01));
    expect(
      await growMask(
        judge,
        await start(judge),
        all.map((i) => only(i)),
        8,
        pixels,
        () => undefined,
      ),
    ).toBeNull();
  });
});

describe('shrinking', () => {
  const cut = (hidden: PixelSet) => all.filter((i) => hidden[i]).map((i) => only(i));

  test.each([1, 3, 8])('leaves no piece that could go, %i masks at once', async (atOnce) => {
    const judge = linearJudge(weights);
    const whole = { hidden: only(...all), verdict: (await judge([only(...all)]))[0] ?? expect.fail() };
    const sizes: number[] = [];
    const found = await shrinkMask(judge, whole, cut, atOnce, ({ hidden }) => sizes.push(countOf(hidden)));
    expect((await judge([found.hidden]))[0]).toEqual(found.verdict);
    expect(found.verdict.changed).toBe(true);
    for (const piece of cut(found.hidden)) {
      expect((await judge([without(found.hidden, piece)]))[0]?.changed).toBe(false);
    }
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    // The least go first, so what stays of a sum of weights is about the heaviest.
    expect(Math.max(...weights)).toBe(Math.max(...weights.filter((_, i) => found.hidden[i])));
  });

  test('keeps a mask that needs each of its pieces', async () => {
    const judge = linearJudge(all.map(() => 0.3));
    const four = { hidden: only(0, 7, 8, 20), verdict: (await judge([only(0, 7, 8, 20)]))[0] ?? expect.fail() };
    expect(await shrinkMask(judge, four, cut, 8, () => undefined)).toBe(four);
  });
});

test('pieces are disjoint, make up the set, and are no larger than a cell', () => {
  const random = createRandom(2);
  const [height, width] = [23, 31];
  const set = Uint8Array.from({ length: height * width }, () => (random() < 0.4 ? 1 : 0));
  const pieces = piecesOf(set, height, width, 5, 0);
  expect(pieces.reduce((sum, piece) => sum + countOf(piece), 0)).toBe(countOf(set));
  expect(pieces.reduce(union)).toEqual(set);
  for (const piece of pieces) {
    const rows = [...piece.keys()].filter((i) => piece[i]).map((i) => Math.floor(i / width));
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(Math.ceil(height / 5));
  }
  const most = piecesOf(set, height, width, 5, 0.45);
  expect(most.length).toBeLessThan(pieces.length);
  expect(most.length).toBeGreaterThan(0);
});

describe('a verdict', () => {
  const head: IdentityHead = {
    ...{ network: 'n', hash: 'h', layer: 'l', names: ['A', 'B', 'C'], scale: 10, unknownDistance: 0.4 },
    weights: Float32Array.of(1, 0, 0, 1, -1, 0),
    bias: new Float32Array(3),
    references: Float32Array.of(1, 0, 0, 1),
    owners: [0, 1],
  };
  const at = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180;
    return verdictOf(head, 0, Float32Array.of(3 * Math.cos(angle), 3 * Math.sin(angle)));
  };
  const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);

  test('is the lead over the best other, or the way to the threshold, whichever is smaller', () => {
    // Near A the lead is 10 and the way 4; near 45° the lead vanishes first: the threshold lies at 53°.
    expect(at(0)).toMatchObject({ index: 0, changed: false });
    expect(at(0).margin).toBeCloseTo(4, 5);
    expect(at(40).margin).toBeCloseTo(10 * (cosine(40) - cosine(50)), 5);
    expect(at(46)).toMatchObject({ index: 1, changed: true });
    expect(at(46).margin).toBeLessThan(0);
  });

  test('is nobody beyond the threshold, whoever is most probable', () => {
    expect(at(-60)).toMatchObject({ index: -1, changed: true });
    expect(at(-60).margin).toBeCloseTo(10 * (cosine(60) - 0.6), 5);
    const powers = [10 * cosine(60), 10 * Math.cos((150 * Math.PI) / 180), -10 * cosine(60)].map(Math.exp);
    expect(at(-60).probability).toBeCloseTo((powers[0] ?? 0) / powers.reduce((sum, power) => sum + power), 5);
    expect(at(-50)).toMatchObject({ index: 0, changed: false });
  });
});
