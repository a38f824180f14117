import { expect, test } from 'vitest';
import { photoFromBlobOrImageData } from '../../src/page/intake/photo/photoFromBlobOrImageData';
import { readPhoto } from '../../src/page/intake/photo/readPhoto';
import { FoveaError } from '../../src/shared/errors';
import {
  blue,
  distance,
  fixture,
  green,
  grey,
  halved,
  never,
  quadrants,
  type Rgb,
  red,
  white,
  yellow,
} from './support/photos';

const upright: readonly Rgb[] = [red, green, blue, yellow];
const leftHalf: readonly Rgb[] = [red, white, blue, white];
const orientations = [1, 2, 3, 4, 5, 6, 7, 8];

test.each(['jpg', 'png', 'webp', 'avif'].flatMap((kind) => orientations.map((n) => `orientation-${n}.${kind}`)))(
  '%s comes upright',
  async (name) => {
    const photo = await readPhoto(never, await fixture(name));
    expect([photo.width, photo.height]).toEqual([48, 32]);
    expect(distance(quadrants(photo.bitmap), upright)).toBeLessThanOrEqual(6);
    photo.close();
  },
);

test.each<[string, readonly Rgb[], number]>([
  ['grey.jpg', upright.map(grey), 4],
  ['cmyk.jpg', upright, 6],
  ['progressive.jpg', upright, 6],
  ['thumbnail-and-second.jpg', upright, 6],
  ['swapped-profile.jpg', upright, 12],
  ['grey16.png', upright.map(grey), 2],
  ['rgb16.png', upright, 1],
  ['alpha.png', leftHalf, 0],
  ['half.png', upright.map(halved), 2],
  ['grey-alpha.png', [grey(red), white, grey(blue), white], 2],
  ['palette-alpha.png', leftHalf, 0],
  ['transparent.gif', leftHalf, 0],
  ['animated.gif', upright, 0],
  ['rows-up.bmp', upright, 0],
  ['rows-down.bmp', upright, 0],
  ['palette.bmp', upright, 0],
  ['alpha.bmp', leftHalf, 0],
  ['lossy.webp', upright, 8],
  ['alpha-lossy.webp', leftHalf, 8],
  ['alpha-lossless.webp', leftHalf, 0],
  ['ten-bit.avif', upright, 4],
  ['alpha.avif', leftHalf, 6],
])('%s has its colours, over white', async (name, colours, tolerance) => {
  const photo = await readPhoto(never, await fixture(name));
  expect([photo.width, photo.height, photo.name]).toEqual([48, 32, name]);
  expect(distance(quadrants(photo.bitmap), colours)).toBeLessThanOrEqual(tolerance);
  photo.close();
});

const whole = ['orientation-6.jpg', 'progressive.jpg', 'thumbnail-and-second.jpg', 'rgb16.png', 'alpha-lossy.webp'];
const rest = ['orientation-5.avif', 'animated.gif', 'rows-up.bmp'];

test.each([...whole, ...rest])('%s, cut off anywhere in its picture, is told as such', async (name) => {
  const file = await fixture(name);
  const message = await readPhoto(never, new File([file.slice(0, Math.floor(file.size * 0.45))], name)).then(
    () => 'read',
    (error: unknown) => (error instanceof FoveaError ? error.message : String(error)),
  );
  expect(message).toContain('is cut off');
});

async function refusal(file: Blob & { name?: string }): Promise<FoveaError> {
  const error: unknown = await readPhoto(never, file).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FoveaError);
  expect((error as FoveaError).remedy.length).toBeGreaterThan(10);
  return error as FoveaError;
}

test('HEIC, which Chromium has no decoder for, is to be exported as JPEG', async () => {
  const error = await refusal(await fixture('photo.heic'));
  expect(error.message).toContain('HEIC');
  expect(error.remedy).toContain('JPEG');
});

test('a JPEG whole in its structure and broken in its coding is damaged', async () => {
  const bytes = new Uint8Array(await (await fixture('orientation-1.jpg')).arrayBuffer());
  // The Huffman tables claim more codes than there are.
  const tables = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc4);
  bytes.fill(0x7f, tables + 5, tables + 21);
  expect((await refusal(new File([bytes], 'broken.jpg'))).message).toContain('is damaged');
});

test('a file that the browser cannot read any more gets its message', async () => {
  const file = await fixture('grey.jpg');
  const gone = new Proxy(file, {
    get: (target, key) =>
      key === 'slice'
        ? () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) })
        : Reflect.get(target, key, target),
  });
  expect((await refusal(gone)).message).toContain('could not be read');
});

test('an aborted reading throws the reason', async () => {
  const controller = new AbortController();
  const reading = readPhoto(controller.signal, await fixture('alpha.png'));
  controller.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
});

test('ImageData becomes a photo over white, and stays as it was', async () => {
  const data = new ImageData(4, 4);
  for (let i = 0; i < 16; i += 1) data.data.set([10, 20, 30, i % 4 < 2 ? 255 : 0], i * 4);
  const photo = await photoFromBlobOrImageData(never, data);
  expect(photo.format).toBe('pixels');
  expect(distance(quadrants(photo.bitmap), [[10, 20, 30], white, [10, 20, 30], white])).toBe(0);
  expect(data.data[3]).toBe(255);
  photo.close();
  expect(photo.bitmap.width).toBe(0);
});
