import { beforeAll, expect, test } from 'vitest';
import type { Photo } from '../../src/page/intake/photo/photo';
import { photoFromImageData } from '../../src/page/intake/photo/photoFromBlobOrImageData';
import { longestPart, readPart } from '../../src/page/intake/photo/readPart';
import { readPhoto } from '../../src/page/intake/photo/readPhoto';
import { reducePhoto } from '../../src/page/intake/photo/reducePhoto';
import { createRandom } from '../../src/shared/random';
import { measureBlocking } from './support/blocking';
import { fixture, never, white } from './support/photos';

/** More milliseconds than this without a turn for others, and input lags. */
const longestBlock = 100;

function noise(width: number, height: number): ImageData {
  const random = createRandom(width, height);
  const data = new ImageData(width, height);
  for (let i = 0; i < data.data.length; i += 1) data.data[i] = i % 4 === 3 ? 255 : random() * 256;
  return data;
}

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

/** A photo of this size with gradients and noise, so that its coded data is as long as a camera's. */
async function makePhoto(type: string, width = 4000, height = 3000): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, 'rgb(200, 60, 30)');
  gradient.addColorStop(1, 'rgb(30, 90, 200)');
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 0.2;
  const grain = await createImageBitmap(noise(500, 500));
  for (let y = 0; y < height; y += 500) for (let x = 0; x < width; x += 500) context.drawImage(grain, x, y);
  if (type !== 'image/jpeg') context.clearRect(0, 0, width / 2, height / 2);
  return canvas.convertToBlob({ type, quality: 0.9 });
}

/** Puts an EXIF segment with orientation 6 behind the start marker. */
function turned(jpeg: Blob): Blob {
  const exif = [...'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0'].map((letter) =>
    letter.charCodeAt(0),
  );
  return new Blob([jpeg.slice(0, 2), Uint8Array.from([0xff, 0xe1, 0, exif.length + 2, ...exif]), jpeg.slice(2)]);
}

const files = new Map<string, Blob>();
beforeAll(async () => {
  const jpeg = await makePhoto('image/jpeg');
  files
    .set('JPEG', jpeg)
    .set('turned JPEG', turned(jpeg))
    .set('transparent WebP', await makePhoto('image/webp'));
});

test.each(['JPEG', 'turned JPEG', 'transparent WebP'])('a 12-megapixel %s never holds the page up', async (kind) => {
  const file = files.get(kind) as Blob;
  const side = kind === 'turned JPEG' ? [3000, 4000] : [4000, 3000];
  const read = await measureBlocking<Photo>(() => readPhoto(never, file));
  const photo = read.result;
  expect([photo.width, photo.height]).toEqual(side);
  const reduce = await measureBlocking(() => reducePhoto(never, photo, 640));
  expect(reduce.result.picture.width * (1 / reduce.result.scale)).toBeCloseTo(photo.width, -1);
  const part = await measureBlocking(() => readPart(never, photo, { x: 500, y: 500, width: 2000, height: 2000 }));
  photo.close();
  const figures = { read: read.blocking, reduce: reduce.blocking, part: part.blocking };
  console.info(
    kind,
    `${(file.size / 1e6).toFixed(1)} MB`,
    JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Math.round(value) : value)),
  );
  for (const [step, { longest }] of Object.entries(figures)) expect(longest, step).toBeLessThan(longestBlock);
});
