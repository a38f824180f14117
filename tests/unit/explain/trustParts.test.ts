import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/shared/random';
import { resizeMap } from '../../../src/shared/raster/resizeMap';
import { blur } from '../../../src/worker/explain/trust/blur';
import { pixelRanks } from '../../../src/worker/explain/trust/pixelRanks';
import { randomWeight } from '../../../src/worker/explain/trust/randomWeight';
import { spearman } from '../../../src/worker/explain/trust/spearman';
import { stages } from '../../../src/worker/explain/trust/stages';

const random = createRandom(11);

describe('Spearman’s rank correlation', () => {
  /** Ranks by counting, correlation by the textbook. */
  const naive = (a: number[], b: number[]) => {
    const rank = (list: number[]) =>
      list.map((x) => list.filter((y) => y < x).length + (list.filter((y) => y === x).length + 1) / 2);
    const [x, y] = [rank(a), rank(b)];
    const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const covariance = (p: number[], q: number[]) =>
      mean(p.map((value, i) => (value - mean(p)) * ((q[i] ?? 0) - mean(q))));
    return covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y));
  };

  test('against counting, with many ties', () => {
    for (let round = 0; round < 20; round++) {
      const a = Array.from({ length: 40 }, () => Math.floor(random() * 8));
      const b = a.map((value) => Math.floor(value / 2 + random() * 5));
      expect(spearman(a, b)).toBeCloseTo(naive(a, b), 10);
    }
  });

  test('1 for any rising function, −1 for a falling one, NaN for a constant', () => {
    const a = [0.1, 3, 2, 8, -4];
    expect(spearman(a, a.map(Math.exp))).toBeCloseTo(1, 12);
    expect(
      spearman(
        a,
        a.map((x) => -(x ** 3)),
      ),
    ).toBeCloseTo(-1, 12);
    expect(spearman(a, [1, 1, 1, 1, 1])).toBeNaN();
  });
});

test('stages go from the topmost layer to all of them', () => {
  expect(stages(29, 6)).toEqual([1, 7, 12, 18, 23, 29]);
  expect(stages(3, 6)).toEqual([1, 2, 3]);
  expect(stages(1, 6)).toEqual([1]);
  expect(stages(0, 6)).toEqual([]);
});

test('random weights keep mean and standard deviation', async () => {
  const values = Float32Array.from({ length: 20_000 }, () => 0.3 + 2 * random());
  const { values: drawn, shape } = await randomWeight(
    new AbortController().signal,
    { shape: [200, 100], values },
    createRandom(1),
  );
  const mean = (list: Float32Array) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const deviation = (list: Float32Array) => {
    const middle = mean(list);
    return Math.sqrt(mean(list.map((value) => (value - middle) ** 2)));
  };
  expect(shape).toEqual([200, 100]);
  expect(Math.abs(mean(drawn) - mean(values))).toBeLessThan(0.02);
  expect(deviation(drawn) / deviation(values)).toBeCloseTo(1, 1);
  expect(drawn[0]).not.toBe(values[0]);
});

test('ranks follow the map, whatever its resolution; ties follow the random order', () => {
  const map = { width: 2, height: 1, values: Float32Array.of(0, 1), signed: false };
  const { map: ranks } = pixelRanks(map, 4, 2, 1);
  // Columns of a 4 × 2 picture rise from left to right: the two rightmost pixels come first.
  expect([ranks[3], ranks[7]].sort()).toEqual([0, 1]);
  expect([ranks[0], ranks[4]].sort()).toEqual([6, 7]);
  const flat = pixelRanks({ ...map, values: new Float32Array(2) }, 4, 2, 1);
  expect([...flat.map]).toEqual([...flat.random]);
  expect([...flat.random].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('blur by its definition', () => {
  const [height, width, deviation] = [5, 6, 0.8];
  const values = Float32Array.from({ length: height * width * 3 }, () => random());
  const blurred = blur(values, height, width, deviation);
  const weight = (k: number) => Math.exp(-(k ** 2) / (2 * deviation ** 2));
  const clamp = (x: number, extent: number) => Math.min(extent - 1, Math.max(0, x));
  const expected = (y: number, x: number, c: number) => {
    let [sum, weights] = [0, 0];
    for (let dy = -3; dy <= 3; dy++) {
      for (let dx = -3; dx <= 3; dx++) {
        const w = weight(dy) * weight(dx);
        sum += w * (values[(clamp(y + dy, height) * width + clamp(x + dx, width)) * 3 + c] ?? 0);
        weights += w;
      }
    }
    return sum / weights;
  };
  for (const [y, x, c] of [
    [0, 0, 0],
    [2, 3, 1],
    [4, 5, 2],
  ] as const) {
    expect(blurred[(y * width + x) * 3 + c]).toBeCloseTo(expected(y, x, c), 5);
  }
});

describe('resizing', () => {
  const map = { width: 2, height: 1, values: Float32Array.of(0, 1) };
  test('half-pixel centres keep the edges flat', () => {
    expect([...resizeMap(map, 4, 1, 'centres')]).toEqual([0, 0.25, 0.75, 1]);
  });
  test('aligned corners reach from edge to edge', () => {
    const [a, b, c] = resizeMap(map, 3, 1, 'corners');
    expect([a, b, c]).toEqual([0, 0.5, 1]);
  });
});
