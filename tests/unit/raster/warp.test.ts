import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../src/shared/ascent';
import { apply } from '../../../src/shared/geometry/affine';
import type { Affine } from '../../../src/shared/geometry/space';
import { createRandom } from '../../../src/shared/random';
import { reducePicture } from '../../../src/shared/raster/reducePicture';
import { warp } from '../../../src/shared/raster/warp';

type Transform = Affine<'network', 'picture'>;

function noise(width: number, height: number, seed: number): Picture {
  const random = createRandom(seed);
  const rgba = new Uint8ClampedArray(width * height * 4).map((_, i) => (i % 4 === 3 ? 255 : random() * 256));
  return { width, height, rgba };
}

/** Slow waves in three colours: a picture without detail finer than a few pixels. */
function waves(width: number, height: number): Picture {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < rgba.length; i += 4) {
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
    rgba[i] = 128 + 100 * Math.sin(x / 9) * Math.cos(y / 11);
    rgba[i + 1] = 128 + 90 * Math.cos((x + y) / 13);
    rgba[i + 2] = 128 + 80 * Math.sin((x - 2 * y) / 17);
  }
  return { width, height, rgba };
}

/**
 * Mean over the result's pixel of what lies under it: 16 × 16 points, each with the colour of the pixel it falls into.
 */
function integrate(picture: Picture, transform: Transform, x: number, y: number, channel: number): number {
  const points = 16;
  let sum = 0;
  for (let i = 0; i < points * points; i++) {
    const at = apply(transform, {
      x: x + ((i % points) + 0.5) / points,
      y: y + (Math.floor(i / points) + 0.5) / points,
    });
    const [column, row] = [Math.floor(at.x), Math.floor(at.y)];
    if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) continue;
    sum += picture.rgba[(row * picture.width + column) * 4 + channel] ?? 0;
  }
  return sum / (points * points);
}

/** Mean absolute difference to the integral, in grey levels. */
function errorOf(picture: Picture, transform: Transform, size: readonly [number, number]): number {
  const result = warp(picture, transform, size);
  let sum = 0;
  for (let i = 0; i < result.rgba.length; i++) {
    if (i % 4 === 3) continue;
    const [x, y] = [Math.floor(i / 4) % size[1], Math.floor(i / 4 / size[1])];
    sum += Math.abs((result.rgba[i] ?? 0) - integrate(picture, transform, x, y, i % 4));
  }
  return sum / (size[0] * size[1] * 3);
}

const scaling = (a: number, d = a): Transform => ({ a, b: 0, c: 0, d, e: 0, f: 0 });

describe('warp', () => {
  test('the identity changes no value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.nat(), (width, height, seed) => {
        const picture = noise(width, height, seed);
        expect(warp(picture, scaling(1), [height, width])).toEqual(picture);
      }),
      { numRuns: 30 },
    );
  });

  test('whole pixels of shift move values, and what comes from outside is opaque black', () => {
    const picture = noise(9, 7, 3);
    const shifted = warp(picture, { ...scaling(1), e: 4, f: -2 }, [7, 9]);
    for (let y = 0; y < 7; y++) {
      for (let x = 0; x < 9; x++) {
        const outside = x + 4 > 8 || y - 2 < 0;
        const from = ((y - 2) * 9 + x + 4) * 4;
        const expected = outside ? [0, 0, 0, 255] : [...picture.rgba.subarray(from, from + 4)];
        expect([...shifted.rgba.subarray((y * 9 + x) * 4, (y * 9 + x) * 4 + 4)]).toEqual(expected);
      }
    }
  });

  test('halving a picture takes the mean of every four pixels', () => {
    const picture = noise(20, 14, 5);
    const half = warp(picture, scaling(2), [7, 10]);
    const expected = half.rgba.map((_, i) => {
      const [x, y] = [Math.floor(i / 4) % 10, Math.floor(i / 4 / 10)];
      return i % 4 === 3 ? 255 : integrate(picture, scaling(2), x, y, i % 4);
    });
    const differences = half.rgba.map((value, i) => Math.abs(value - (expected[i] ?? 0)));
    // A mean of integers may end in .5, which two ways of adding round to either side.
    expect(Math.max(...differences)).toBeLessThanOrEqual(1);
  });

  test('any shrinking similarity comes close to the integral over each pixel, on noise too', () => {
    const place = fc.record({
      scale: fc.double({ min: 1, max: 7, noNaN: true }),
      angle: fc.double({ min: -1, max: 1, noNaN: true }),
      shift: fc.double({ min: -30, max: 30, noNaN: true }),
    });
    const [smooth, rough] = [waves(220, 200), noise(220, 200, 8)];
    fc.assert(
      fc.property(place, ({ scale, angle, shift }) => {
        const [a, b] = [scale * Math.cos(angle), scale * Math.sin(angle)];
        // The result's middle (6, 6) shows a place far from the picture's edges.
        const [e, f] = [110 + shift - 6 * a + 6 * b, 100 - shift - 6 * b - 6 * a];
        const transform: Transform = { a, b, c: -b, d: a, e, f };
        // Interpolation between boxes blurs a little more than the integral does, the more the larger they are.
        expect(errorOf(smooth, transform, [12, 12])).toBeLessThan(0.8 + 0.5 * scale);
        // White noise of standard deviation 74: its mean over scale² pixels has 74 / scale, of which the filter's shape
        // makes some part different: up to two thirds were seen. Sampling single pixels would be off by about 59 at
        // every scale.
        expect(errorOf(rough, transform, [12, 12])).toBeLessThan(55 / scale);
      }),
      { numRuns: 60 },
    );
  });

  test('axes are shrunk apart from each other', () => {
    expect(errorOf(waves(120, 60), scaling(6, 1.5), [40, 20])).toBeLessThan(1.5);
  });

  test('enlarged twice, a pixel’s middle keeps its colour to a sixteenth part of its neighbours', () => {
    const picture = noise(6, 6, 9);
    const { rgba } = warp(picture, scaling(0.5), [12, 12]);
    const pixel = (x: number, y: number, c: number) => picture.rgba[(y * 6 + x) * 4 + c] ?? 0;
    // Result (5, 5) lies at (2.75, 2.75): a quarter of a pixel beyond the middle of (2, 2).
    for (let c = 0; c < 3; c++) {
      const expected = (9 * pixel(2, 2, c) + 3 * pixel(3, 2, c) + 3 * pixel(2, 3, c) + pixel(3, 3, c)) / 16;
      expect(Math.abs((rgba[(5 * 12 + 5) * 4 + c] ?? 0) - expected)).toBeLessThanOrEqual(0.5);
    }
  });
});

test('reducePicture takes means over boxes, and over what is left of them at the edge', () => {
  const picture = noise(11, 8, 2);
  const reduced = reducePicture(picture, { x: 1, y: 1, width: 10, height: 7 }, [4, 3]);
  expect([reduced.width, reduced.height]).toEqual([3, 3]);
  for (const [column, row] of [
    [0, 0],
    [2, 0],
    [1, 2],
    [2, 2],
  ] as const) {
    const values: number[] = [];
    for (let y = 1 + row * 3; y < Math.min(8, 4 + row * 3); y++) {
      for (let x = 1 + column * 4; x < Math.min(11, 5 + column * 4); x++)
        values.push(picture.rgba[(y * 11 + x) * 4] ?? 0);
    }
    const mean = values.reduce((a, b) => a + b) / values.length;
    expect(reduced.rgba[(row * 3 + column) * 4]).toBeCloseTo(mean, 3);
  }
});
