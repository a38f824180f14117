import { expect, test } from 'vitest';
import { photoFromImageData } from '../../src/page/intake/photo/photoFromBlobOrImageData';
import { longestPart, readPart } from '../../src/page/intake/photo/readPart';
import { readPhoto } from '../../src/page/intake/photo/readPhoto';
import { reducePhoto } from '../../src/page/intake/photo/reducePhoto';
import { noise } from './support/noise';
import { fixture, never, white } from './support/photos';

test('a part has the very pixels of its box, clipped to the photo, across tiles', async () => {
  const data = noise(700, 600);
  const photo = await photoFromImageData(never, data);
  const { part, origin, scale } = await readPart(never, photo, { x: 90.5, y: -20, width: 800, height: 570.2 });
  expect([part.width, part.height, origin, scale]).toEqual([610, 551, [90, 0], 1]);
  for (let i = 0; i < part.rgba.length; i += 1) {
    const [pixel, c] = [i >> 2, i & 3];
    const [x, y] = [90 + (pixel % 610), Math.floor(pixel / 610)];
    if (part.rgba[i] !== data.data[(y * 700 + x) * 4 + c]) throw new Error(`Channel ${c} of (${x}, ${y}) differs.`);
  }
  await expect(readPart(never, photo, { x: 700, y: 0, width: 5, height: 5 })).rejects.toThrow('beside the photo');
  photo.close();
});

test('a large part is reduced to half, and says so', async () => {
  const data = new ImageData(2 * longestPart + 100, 600);
  for (let i = 0; i < data.data.length; i += 4) data.data.set([(i / 4) % 256, 0, 0, 255], i);
  const photo = await photoFromImageData(never, data);
  const { part, origin, scale } = await readPart(never, photo, { x: 100, y: 0, width: 2 * longestPart, height: 600 });
  expect([part.width, part.height, origin, scale]).toEqual([longestPart, 300, [100, 0], 0.5]);
  const pixel = (x: number, y: number) => data.data[(y * data.width + x) * 4] as number;
  for (const [x, y] of [
    [0, 0],
    [511, 299],
    [2047, 150],
  ] as const) {
    const corners = [0, 1].flatMap((dx) => [0, 1].map((dy) => pixel(100 + 2 * x + dx, 2 * y + dy)));
    const mean = corners.reduce((sum, value) => sum + value, 0) / 4;
    expect(Math.abs((part.rgba[(y * part.width + x) * 4] as number) - mean)).toBeLessThanOrEqual(0.51);
  }
  photo.close();
});

test('a photo is reduced to area averages, odd sizes and rims included', async () => {
  const data = noise(1401, 1033);
  const photo = await photoFromImageData(never, data);
  const { picture, scale } = await reducePhoto(never, photo, 300);
  expect([picture.width, picture.height, scale]).toEqual([300, Math.ceil(1032 * (300 / 1401)), 300 / 1401]);
  const errors: number[] = [];
  const overlap = (from: number, at: number) => Math.max(0, Math.min(from + 1 / scale, at + 1) - Math.max(from, at));
  // The last row and column are left out, which 1033 and 1401 have one too many of.
  for (let y = 0; y < picture.height - 1; y += 7) {
    for (let x = 0; x < picture.width - 1; x += 7) {
      let [sum, area] = [0, 0];
      for (let v = Math.floor(y / scale); v < (y + 1) / scale; v += 1) {
        for (let u = Math.floor(x / scale); u < (x + 1) / scale; u += 1) {
          const weight = overlap(x / scale, u) * overlap(y / scale, v);
          sum += weight * (data.data[(v * 1401 + u) * 4 + 1] as number);
          area += weight;
        }
      }
      errors.push((picture.rgba[(y * 300 + x) * 4 + 1] as number) - sum / area);
    }
  }
  // Shares of two-by-two means instead of pixels: a little off in noise, to neither side but for the browser's
  // rounding.
  expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(1);
  expect(Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length)).toBeLessThan(8);
  photo.close();
});

test('a small photo is not enlarged for the detector', async () => {
  const photo = await readPhoto(never, await fixture('orientation-6.jpg'));
  const { picture, scale } = await reducePhoto(never, photo, 640);
  expect([picture.width, picture.height, scale]).toEqual([48, 32, 1]);
  photo.close();
});

test('what is transparent is white for the detector too', async () => {
  const photo = await photoFromImageData(never, new ImageData(1000, 10));
  const { picture, scale } = await reducePhoto(never, photo, 100);
  expect([picture.width, picture.height, scale]).toEqual([100, 1, 0.1]);
  expect([...picture.rgba.slice(0, 4)]).toEqual([...white, 255]);
  photo.close();
});

test('an aborted reduction throws the reason', async () => {
  const photo = await photoFromImageData(never, new ImageData(2000, 1500));
  const controller = new AbortController();
  const reducing = reducePhoto(controller.signal, photo, 640);
  controller.abort(new Error('enough'));
  await expect(reducing).rejects.toThrow('enough');
  photo.close();
});
