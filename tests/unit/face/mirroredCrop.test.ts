import { expect, test } from 'vitest';
import { enrolmentCopies } from '../../../src/shared/enrolmentCopies';
import { type Region, regions } from '../../../src/shared/face';
import { apply, invert } from '../../../src/shared/geometry/affine';
import { meanShape } from '../../../src/shared/geometry/meanShape';
import type { Point } from '../../../src/shared/geometry/space';
import { createRandom, normal } from '../../../src/shared/random';
import { cropFace } from '../../../src/worker/face/cropFace';
import { placeCrop } from '../../../src/worker/face/placeCrop';

const random = createRandom(4);
/** An uneven face, 160 pixels wide and turned by 0.3, in a picture of 400 × 360. */
const landmarks: Point<'picture'>[] = meanShape.map(({ x, y }) => {
  const [u, v] = [160 * (x - 0.5) + normal(random), 160 * (y - 0.5) + normal(random)];
  return { x: 200 + Math.cos(0.3) * u - Math.sin(0.3) * v, y: 180 + Math.sin(0.3) * u + Math.cos(0.3) * v };
});
const part = { width: 400, height: 360, rgba: new Uint8ClampedArray(4 * 400 * 360).fill(255) };
const side = 112;
const copies = enrolmentCopies(placeCrop({ kind: 'face', landmarks }, [side, side], 0.25, [360, 400]));
const maps = copies.map((place) => cropFace({ place, part, origin: [0, 0], landmarks }).regions);

const marked: readonly [Region, number, number][] = [
  ['brows', 17, 26],
  ['nose', 27, 35],
  ['eyes', 36, 47],
  ['mouth', 48, 67],
];

test.each(copies.map((_, copy) => copy))('copy %i: each landmark lies in the region that it marks', (copy) => {
  const place = copies[copy];
  if (place === undefined) throw new Error('No copy.');
  const toNetwork = invert(place.networkToPicture);
  for (const [region, first, last] of marked) {
    const seen = landmarks.slice(first, last + 1).map((point) => {
      const { x, y } = apply(toNetwork, point);
      return regions[maps[copy]?.[Math.floor(y) * side + Math.floor(x)] ?? -1];
    });
    // A corner of the mouth may fall into the pixel beside it.
    expect(seen.filter((one) => one === region).length).toBeGreaterThanOrEqual(0.85 * seen.length);
  }
});

test('the second half of the maps are the mirrored first half', () => {
  const half = maps.length / 2;
  for (let copy = 0; copy < half; copy++) {
    const mirrored = Uint8Array.from(
      { length: side * side },
      (_, i) => maps[copy]?.[i - (i % side) + side - 1 - (i % side)] ?? 255,
    );
    expect(maps[half + copy]).toEqual(mirrored);
  }
});
