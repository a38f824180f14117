import { afterEach, expect, test, vi } from 'vitest';
import { maskPhoto } from '../../../src/page/intake/photo/maskPhoto';
import type { Photo } from '../../../src/page/intake/photo/photo';

/**
 * A canvas that holds pixels, as far as masks need one; `drawImage` takes them from an object with `data` and `width`.
 */
class Canvas {
  readonly data: Uint8ClampedArray;
  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
  getContext() {
    return {
      fillRect: () => {},
      drawImage: (from: Canvas, left: number, top: number, width: number, height: number) =>
        copy(from, left, top, this, 0, 0, width, height),
      getImageData: (left: number, top: number, width: number, height: number) => {
        const part = new Canvas(width, height);
        copy(this, left, top, part, 0, 0, width, height);
        return part;
      },
      putImageData: (part: Canvas, left: number, top: number) =>
        copy(part, 0, 0, this, left, top, part.width, part.height),
    };
  }
  transferToImageBitmap() {
    return this;
  }
}
type Pixels = Pick<Canvas, 'data' | 'width'>;

function copy(
  from: Pixels,
  x: number,
  y: number,
  to: Pixels,
  left: number,
  top: number,
  width: number,
  height: number,
) {
  for (let row = 0; row < height; row++) {
    const start = 4 * ((y + row) * from.width + x);
    to.data.set(from.data.subarray(start, start + 4 * width), 4 * ((top + row) * to.width + left));
  }
}

afterEach(() => vi.unstubAllGlobals());

test('a mask’s colour takes the photo’s place where it is not transparent, across all tiles', async () => {
  vi.stubGlobal('OffscreenCanvas', Canvas);
  vi.stubGlobal(
    'ImageData',
    class {
      constructor(
        readonly data: Uint8ClampedArray,
        readonly width: number,
        readonly height: number,
      ) {}
    },
  );
  // More than one tile each way.
  const [width, height] = [700, 530];
  const bitmap = new Canvas(width, height);
  const mask = new Canvas(width, height);
  for (let i = 0; i < bitmap.data.length; i++) bitmap.data[i] = i % 4 === 3 ? 255 : (i * 7) % 251;
  for (let i = 0; i < width * height; i++) if (i % 3 === 0) mask.data.set([i % 256, 2, 3, 1 + (i % 255)], 4 * i);
  const photo = { name: 'p', width, height, bitmap } as unknown as Photo;
  const signal = new AbortController().signal;
  const masked = await maskPhoto(signal, photo, mask as unknown as ImageData);
  const expected = bitmap.data.map((value, i) =>
    i % 4 === 3 || mask.data[i - (i % 4) + 3] === 0 ? value : (mask.data[i] as number),
  );
  // Comparing them value by value takes half a minute.
  const bytes = (pixels: Uint8ClampedArray) => Buffer.from(pixels.buffer);
  expect(bytes((masked.bitmap as unknown as Canvas).data).equals(bytes(expected))).toBe(true);
  expect(masked).toMatchObject({ name: 'p', width, height });
  await expect(maskPhoto(signal, photo, new Canvas(2, 2) as unknown as ImageData)).rejects.toThrow('2 × 2');
});
