import { expect, test } from 'vitest';
import { makeView } from '../../src/page/flows/faces/makeView';
import { photoFromImageData } from '../../src/page/intake/photo/photoFromBlobOrImageData';
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

test('a large photo’s view is the photo resampled at once, without a seam between its strips', async () => {
  const data = waves(3600, 2500);
  const photo = await photoFromImageData(never, data);
  const view = await makeView(never, photo);
  expect([view.width, view.height]).toEqual([1600, 1111]);
  const size = { resizeWidth: 1600, resizeHeight: 1111, resizeQuality: 'high' } as const;
  const [found, whole] = [pixelsOf(view), pixelsOf(await createImageBitmap(data, size))];
  const errors = Array.from({ length: 1111 }, (_, y) => {
    let sum = 0;
    for (let i = y * 6400; i < (y + 1) * 6400; i += 1) sum += Math.abs((found[i] ?? 0) - (whole[i] ?? 0));
    return sum / 4800;
  });
  // Mean difference of a row, of 255.
  expect(Math.max(...errors)).toBeLessThan(2.5);
  expect(errors.reduce((a, b) => a + b, 0) / 1111).toBeLessThan(1.5);
  photo.close();
});

test('a small photo’s view is the photo', async () => {
  const data = waves(300, 500);
  const photo = await photoFromImageData(never, data);
  expect(pixelsOf(await makeView(never, photo))).toEqual(data.data);
  photo.close();
});

test('a view that nobody wants any more is not made', async () => {
  const photo = await photoFromImageData(never, waves(2000, 1500));
  const controller = new AbortController();
  const view = makeView(controller.signal, photo);
  controller.abort(new Error('enough'));
  await expect(view).rejects.toThrow('enough');
  photo.close();
});
