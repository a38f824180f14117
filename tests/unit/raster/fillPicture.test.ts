import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../src/shared/ascent';
import { createRandom } from '../../../src/shared/random';
import { blurPicture } from '../../../src/shared/raster/blurPicture';
import { fillPicture } from '../../../src/shared/raster/fillPicture';

function randomPicture(width: number, height: number, seed: number): Picture {
  const random = createRandom(seed);
  return { width, height, rgba: Uint8ClampedArray.from({ length: 4 * width * height }, () => 256 * random()) };
}

const picture = randomPicture(24, 40, 3);
const channel = ({ rgba }: Picture, c: number) => [...rgba].filter((_, i) => i % 4 === c);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test.each(['black', 'mean', 'blur', 'noise'] as const)(
  '%s keeps the size and alpha, and the picture as it was',
  (fill) => {
    const before = picture.rgba.slice();
    const filled = fillPicture(picture, fill, 1);
    expect([filled.width, filled.height]).toEqual([24, 40]);
    expect(channel(filled, 3)).toEqual(channel(picture, 3));
    expect(picture.rgba).toEqual(before);
  },
);

test('black and mean are one colour', () => {
  for (const c of [0, 1, 2]) {
    expect(new Set(channel(fillPicture(picture, 'black', 1), c))).toEqual(new Set([0]));
    expect(new Set(channel(fillPicture(picture, 'mean', 1), c))).toEqual(
      new Set([Math.round(mean(channel(picture, c)))]),
    );
  }
});

test('noise is uniform over 0..255 in each channel by itself, and the seed’s', () => {
  const large = randomPicture(128, 128, 5);
  const noise = fillPicture(large, 'noise', 9);
  for (const c of [0, 1, 2]) {
    const counts = new Array<number>(8).fill(0);
    for (const value of channel(noise, c)) counts[value >> 5] = (counts[value >> 5] ?? 0) + 1;
    // Chi-squared with 7 degrees of freedom: 24.3 is passed by chance once in a thousand seeds.
    expect(counts.reduce((sum, count) => sum + (count - 2048) ** 2 / 2048, 0)).toBeLessThan(24.3);
  }
  expect(channel(noise, 0)).not.toEqual(channel(noise, 1));
  expect(fillPicture(large, 'noise', 9).rgba).toEqual(noise.rgba);
  expect(fillPicture(large, 'noise', 10).rgba).not.toEqual(noise.rgba);
});

describe('the blur', () => {
  test.each([2, 5, 28])('spreads a point as a Gaussian of deviation %f does', (deviation) => {
    const size = 2 * Math.ceil(4 * deviation) + 1;
    const middle = (size - 1) / 2;
    // A bright line down the middle: rows are alike, and the column profile is the kernel.
    const rgba = new Uint8ClampedArray(4 * size * size);
    const thick = Math.ceil(deviation / 2);
    for (let y = 0; y < size; y++)
      for (let x = middle - thick; x <= middle + thick; x++) rgba[4 * (y * size + x)] = 255;
    const profile = channel(blurPicture({ width: size, height: size, rgba }, deviation), 0).slice(0, size);
    for (let x = 0; x < size; x++) {
      let expected = 0;
      for (let from = middle - thick; from <= middle + thick; from++) {
        expected += (255 * Math.exp(-((x - from) ** 2) / (2 * deviation ** 2))) / (deviation * Math.sqrt(2 * Math.PI));
      }
      // Three boxes differ from the Gaussian by at most 5 % of its peak here, and the bytes are rounded.
      expect(Math.abs((profile[x] ?? 0) - expected)).toBeLessThan(1 + 0.05 * Math.max(...profile));
    }
  });

  test('leaves an even picture even to its edges, and its deviation is an eighth of the shorter side', () => {
    const even = fillPicture(picture, 'mean', 1);
    expect(blurPicture(even, 3).rgba).toEqual(even.rgba);
    expect(fillPicture(picture, 'blur', 1).rgba).toEqual(blurPicture(picture, 3).rgba);
  });
});
