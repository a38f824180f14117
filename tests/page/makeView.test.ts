import { expect, test } from 'vitest';
import { makeView } from '../../src/page/flows/faces/makeView';
import { photoFromImageData } from '../../src/page/intake/photo/photoFromBlobOrImageData';
import { reducePhoto } from '../../src/page/intake/photo/reducePhoto';
import { never } from './support/photos';

/** Smooth, with a pattern fine enough to show a seam. */
function waves(width: number, height: number): ImageData {
  const data = new ImageData(width, height);
  for (let i = 0; i < width * height; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const value = 128 + 60 * Math.sin(x / 17) + 60 * Math.sin((x + 2 * y) / 11);
    data.data.set([value, 255 - value, (x * 255) / width, 255], 4 * i);
  }
  return data;
}

function pixelsOf(bitmap: ImageBitmap): Uint8ClampedArray {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
}

test('a large photo’s view is the photo resampled, without a seam between what was read at a time', async () => {
  const data = waves(3600, 2500);
  const photo = await photoFromImageData(never, data);
  const { picture } = await reducePhoto(never, photo, 1280);
  const view = await makeView(never, picture);
  expect([view.width, view.height]).toEqual([1280, 889]);
  const size = { resizeWidth: 1280, resizeHeight: 889, resizeQuality: 'high' } as const;
  const [found, whole] = [pixelsOf(view), pixelsOf(await createImageBitmap(data, size))];
  const errors = Array.from({ length: 889 }, (_, y) => {
    let sum = 0;
    for (let i = y * 5120; i < (y + 1) * 5120; i += 1) sum += Math.abs((found[i] ?? 0) - (whole[i] ?? 0));
    return sum / 3840;
  });
  // Mean difference of a row, of 255.
  expect(Math.max(...errors)).toBeLessThan(2.5);
  expect(errors.reduce((a, b) => a + b, 0) / 889).toBeLessThan(1.5);
  photo.close();
});

test('a small photo’s view is the photo', async () => {
  const data = waves(300, 500);
  const photo = await photoFromImageData(never, data);
  const { picture } = await reducePhoto(never, photo, 1280);
  expect(pixelsOf(await makeView(never, picture))).toEqual(data.data);
  photo.close();
});

test('a view that nobody wants any more is not made', async () => {
  const controller = new AbortController();
  const view = makeView(controller.signal, { width: 20, height: 10, rgba: waves(20, 10).data });
  controller.abort(new Error('enough'));
  await expect(view).rejects.toThrow('enough');
});
