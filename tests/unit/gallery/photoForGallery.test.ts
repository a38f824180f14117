/** What is kept of a photo: the network must get the same of it as of the photo itself. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { photoForGallery } from '../../../src/page/flows/gallery/photoForGallery';
import type { Photo } from '../../../src/page/intake/photo/photo';
import type { PixelRect } from '../../../src/page/intake/photo/readTiles';
import type { CropChoice } from '../../../src/shared/face';
import { type GalleryPhoto, photoChoice } from '../../../src/shared/gallery';
import { apply } from '../../../src/shared/geometry/affine';
import { placeCrop } from '../../../src/worker/face/placeCrop';

const read = vi.hoisted(() => ({ rect: null as unknown, scale: 0 }));
vi.mock('../../../src/page/intake/photo/readReduced', () => ({
  readReduced: async (_: AbortSignal, __: unknown, rect: PixelRect, scale: number) => {
    Object.assign(read, { rect, scale });
    const [width, height] = [Math.ceil(rect.width * scale), Math.ceil(rect.height * scale)];
    return { width, height, rgba: new Uint8ClampedArray(4) };
  },
}));

beforeEach(() => {
  vi.stubGlobal('ImageData', class {});
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => null;
      convertToBlob = async () => new Blob(['x'], { type: 'image/jpeg' });
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const never = new AbortController().signal;
const photo = { width: 3000, height: 2000 } as Photo;
const sizes = [
  [160, 160],
  [100, 150],
] as const;

/** Where the input's corners lie in the photo: as the bench cuts it, and by way of what is kept. */
function corners(choice: CropChoice, kept: GalleryPhoto, size: readonly [number, number]) {
  const { left, top } = read.rect as PixelRect;
  const bench = placeCrop(choice, size, 0.1, [photo.height, photo.width]);
  const own = placeCrop(photoChoice(kept), size, 0.1, [kept.height, kept.width]);
  const all = [0, 1].flatMap((x) => [0, 1].map((y) => ({ x: x * size[1], y: y * size[0] })));
  const viaKept = all.map((point) => {
    const { x, y } = apply(own.networkToPicture, point);
    return { x: left + x / read.scale, y: top + y / read.scale };
  });
  return { bench: all.map((point) => apply(bench.networkToPicture, point)), viaKept };
}

test.each([
  ['tall', { x: 900, y: 400, width: 210, height: 640 }],
  ['flat', { x: 700.5, y: 1200.25, width: 301.5, height: 77 }],
  ['small, in a corner', { x: 0, y: 0, width: 40, height: 90 }],
  ['at the edge', { x: 2800, y: 1500, width: 200, height: 500 }],
])('a box that is %s is enrolled as the bench crops it, not squeezed', async (_, box) => {
  const kept = await photoForGallery(never, photo, box);
  for (const size of sizes) {
    const { bench, viaKept } = corners({ kind: 'box', box }, kept, size);
    for (const [i, { x, y }] of bench.entries()) {
      expect(viaKept[i]?.x).toBeCloseTo(x, 6);
      expect(viaKept[i]?.y).toBeCloseTo(y, 6);
    }
  }
  // What the network sees beside the box is there, as far as the photo has it.
  const { left, top, width, height } = read.rect as PixelRect;
  const [longer, middle] = [Math.max(box.width, box.height), { x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  expect(left).toBeLessThanOrEqual(Math.max(0, middle.x - longer / 2));
  expect(top).toBeLessThanOrEqual(Math.max(0, middle.y - longer / 2));
  expect(left + width).toBeGreaterThanOrEqual(Math.min(photo.width, middle.x + longer / 2));
  expect(top + height).toBeGreaterThanOrEqual(Math.min(photo.height, middle.y + longer / 2));
});

test('a face is enrolled as the bench crops it, all of a photo as a whole', async () => {
  const landmarks = Array.from({ length: 68 }, (_, i) => ({ x: 1000 + 9 * (i % 17), y: 500 + 4 * i }));
  const kept = await photoForGallery(never, photo, { box: { x: 0, y: 0, width: 1, height: 1 }, landmarks, score: 1 });
  const { bench, viaKept } = corners({ kind: 'face', landmarks }, kept, [160, 160]);
  for (const [i, { x, y }] of bench.entries()) {
    expect(viaKept[i]?.x).toBeCloseTo(x, 4);
    expect(viaKept[i]?.y).toBeCloseTo(y, 4);
  }
  expect(photoChoice(await photoForGallery(never, photo, null))).toEqual({ kind: 'whole' });
  expect(read.rect).toEqual({ left: 0, top: 0, width: 3000, height: 2000 });
});

test('a box beside the photo is refused', async () => {
  const beside = photoForGallery(never, photo, { x: 4000, y: 0, width: 50, height: 50 });
  await expect(beside).rejects.toThrow('beside the photo');
});
