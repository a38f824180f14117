import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/shared/random';
import { resizeMap } from '../../../src/shared/raster/resizeMap';
import { coarseToFine, fillUnvisited } from '../../../src/worker/explain/occlusion/coarseToFine';
import { patchSpans } from '../../../src/worker/explain/occlusion/patchSpans';
import { riseMask } from '../../../src/worker/explain/occlusion/riseMask';

describe('where patches lie', () => {
  test.each([
    [224, 28, 14],
    [150, 28, 14],
    [150, 20, 20],
    [12, 5, 4],
    [10, 30, 3],
    [7, 1, 1],
  ])('%i pixels, patches of %i every %i: all hidden, around the middles of the cells', (extent, patch, stride) => {
    const spans = patchSpans(extent, patch, stride);
    const covered = new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));
    expect([...covered].sort((a, b) => a - b)).toEqual(Array.from({ length: extent }, (_, i) => i));
    for (const [i, [start, end]] of spans.entries()) {
      const middle = ((i + 0.5) * extent) / spans.length;
      const clipped = start === 0 || end === extent;
      if (!clipped) {
        expect(end - start).toBe(patch);
        expect(Math.abs((start + end) / 2 - middle)).toBeLessThanOrEqual(0.5);
      }
      expect(start).toBeLessThan(middle);
      expect(end).toBeGreaterThan(middle);
      if (i > 0) expect(middle - ((i - 0.5) * extent) / spans.length).toBeLessThanOrEqual(stride);
    }
  });
});

describe('coarse to fine', () => {
  test.each([
    [16, 16],
    [5, 11],
    [1, 1],
    [1, 9],
    [13, 2],
  ])('%i × %i: every cell once', (width, height) => {
    expect([...coarseToFine(width, height)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: width * height }, (_, i) => i),
    );
  });

  test('a quarter of the cells already leaves none farther than one step from a visited one', () => {
    const order = coarseToFine(16, 16);
    const first = [...order.slice(0, 64)].map((cell) => [cell % 16, Math.floor(cell / 16)] as const);
    for (const cell of order) {
      const [x, y] = [cell % 16, Math.floor(cell / 16)];
      expect(Math.min(...first.map(([u, v]) => Math.max(Math.abs(u - x), Math.abs(v - y))))).toBeLessThanOrEqual(1);
    }
  });

  test('once a level is complete, an unvisited cell takes the value of the nearest visited one', () => {
    const [width, height] = [11, 6];
    const order = coarseToFine(width, height);
    // Steps 8, 4 and 2: all cells with even coordinates.
    const visited = [...order].slice(0, 6 * 3);
    expect(visited.every((cell) => (cell % width) % 2 === 0 && Math.floor(cell / width) % 2 === 0)).toBe(true);
    const values = new Float32Array(width * height).fill(Number.NaN);
    for (const cell of visited) values[cell] = cell;
    const distance = (a: number, b: number) =>
      Math.hypot((a % width) - (b % width), Math.floor(a / width) - Math.floor(b / width));
    for (const [cell, from] of fillUnvisited(values, width, height).entries()) {
      expect(visited).toContain(from);
      expect(distance(cell, from)).toBe(Math.min(...visited.map((other) => distance(cell, other))));
    }
  });

  test('after the first cell alone, the whole map has its value', () => {
    const values = new Float32Array(12).fill(Number.NaN);
    values[coarseToFine(4, 3)[0] ?? 0] = 5;
    expect(fillUnvisited(values, 4, 3)).toEqual(new Float32Array(12).fill(5));
  });
});

describe('the masks of RISE', () => {
  test.each([
    { cells: 8, height: 224, width: 224, index: 0 },
    { cells: 7, height: 150, width: 150, index: 3 },
    { cells: 3, height: 12, width: 10, index: 9 },
  ])('$height × $width from $cells cells: some crop of a whole upsampled grid', ({ cells, height, width, index }) => {
    const mask = riseMask({ cells, keep: 0.5, seed: 4 }, index, height, width);
    const random = createRandom(4, index);
    const values = Float32Array.from({ length: cells * cells }, () => (random() < 0.5 ? 1 : 0));
    const [tall, broad] = [Math.ceil(height / cells), Math.ceil(width / cells)];
    const [down, across] = [(cells + 1) * tall, (cells + 1) * broad];
    const whole = resizeMap({ width: cells, height: cells, values }, across, down, 'centres');
    const error = (top: number, left: number) => {
      let largest = 0;
      for (const [i, value] of mask.entries()) {
        const there = (top + Math.floor(i / width)) * across + left + (i % width);
        largest = Math.max(largest, Math.abs(value - (whole[there] ?? Number.NaN)));
        if (!(largest < 1e-5)) return Number.POSITIVE_INFINITY;
      }
      return largest;
    };
    const shifts = Array.from({ length: tall * broad }, (_, i) => [Math.floor(i / broad), i % broad] as const);
    expect(Math.min(...shifts.map(([top, left]) => error(top, left)))).toBeLessThan(1e-5);
  });

  test('keep a pixel open with the chance asked for, wherever it lies', () => {
    const [count, size] = [3000, 24];
    const mean = new Float64Array(size * size);
    for (let i = 0; i < count; i++) {
      for (const [pixel, value] of riseMask({ cells: 6, keep: 0.3, seed: 2 }, i, size, size).entries()) {
        mean[pixel] = (mean[pixel] ?? 0) + value / count;
      }
    }
    // A cell's standard error is √(0.3 × 0.7 / 3000) = 0.0084; over some 50 independent cells the largest stays below 4
    // of it.
    for (const value of mean) expect(Math.abs(value - 0.3)).toBeLessThan(4 * 0.0084);
  });

  test('each has random numbers of its own, and the seed’s', () => {
    const mask = (seed: number, index: number) => riseMask({ cells: 4, keep: 0.5, seed }, index, 20, 20);
    expect(mask(1, 0)).toEqual(mask(1, 0));
    expect(mask(1, 0)).not.toEqual(mask(1, 1));
    expect(mask(1, 0)).not.toEqual(mask(2, 0));
  });
});
