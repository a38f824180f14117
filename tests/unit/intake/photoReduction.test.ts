import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaAverage } from '../../../src/page/intake/photo/areaAverage';
import { cropFromPart } from '../../../src/page/intake/photo/cropFromPart';
import type { Orientation } from '../../../src/page/intake/photo/headers/readOrientation';
import type { Tile } from '../../../src/page/intake/photo/readTiles';
import { swapsSides, turnTile } from '../../../src/page/intake/photo/turnTile';
import { apply } from '../../../src/shared/geometry/affine';
import { createRandom } from '../../../src/shared/random';

interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

function noise(width: number, height: number, seed: number): Picture {
  const random = createRandom(seed);
  const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => (i % 4 === 3 ? 255 : random() * 256));
  return { width, height, data };
}

/** The picture in tiles of `side`, placed at (left, top) of some photo. */
function tilesOf({ width, height, data }: Picture, side: number, left = 0, top = 0): Tile[] {
  const tiles: Tile[] = [];
  for (let y = 0; y < height; y += side) {
    for (let x = 0; x < width; x += side) {
      const [w, h] = [Math.min(side, width - x), Math.min(side, height - y)];
      const rows = Array.from({ length: h }, (_, row) => [
        ...data.slice(((y + row) * width + x) * 4, ((y + row) * width + x + w) * 4),
      ]);
      tiles.push({ left: left + x, top: top + y, width: w, height: h, data: Uint8ClampedArray.from(rows.flat()) });
    }
  }
  return tiles;
}

/** Overlap of two intervals. */
const overlap = (a: number, b: number, c: number, d: number) => Math.max(0, Math.min(b, d) - Math.max(a, c));

/** Channel `c` of the reduced pixel (x, y): the integral over its square of the photo, over the part that there is. */
function bruteForce({ width, height, data }: Picture, scale: number, x: number, y: number, c: number): number {
  let [sum, area] = [0, 0];
  for (let v = 0; v < height; v += 1) {
    for (let u = 0; u < width; u += 1) {
      const weight = overlap(u, u + 1, x / scale, (x + 1) / scale) * overlap(v, v + 1, y / scale, (y + 1) / scale);
      sum += weight * (data[(v * width + u) * 4 + c] as number);
      area += weight;
    }
  }
  return sum / area;
}

test('a reduced pixel is the integral over its square, in any tiling', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 23 }),
      fc.integer({ min: 1, max: 23 }),
      fc.integer({ min: 1, max: 22 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      (width, height, longest, side, seed) => {
        const picture = noise(width, height, seed);
        const scale = Math.min(1, longest / Math.max(width, height));
        const rect = { left: 7, top: 3, width, height };
        const average = areaAverage(rect, scale);
        for (const tile of tilesOf(picture, side, rect.left, rect.top)) average.add(tile);
        const reduced = average.picture();
        expect(Math.max(reduced.width, reduced.height)).toBe(Math.round(Math.max(width, height) * scale));
        for (let i = 0; i < reduced.rgba.length; i += 1) {
          const [pixel, c] = [i >> 2, i & 3];
          if (c === 3) expect(reduced.rgba[i]).toBe(255);
          else {
            const expected = bruteForce(picture, scale, pixel % reduced.width, Math.floor(pixel / reduced.width), c);
            expect(Math.abs((reduced.rgba[i] as number) - expected)).toBeLessThanOrEqual(0.51);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** EXIF's definition: which sides of the scene the stored picture's first row and first column show. */
const definitions: Readonly<Record<Orientation, readonly [row: string, column: string]>> = {
  1: ['top', 'left'],
  2: ['top', 'right'],
  3: ['bottom', 'right'],
  4: ['bottom', 'left'],
  5: ['left', 'top'],
  6: ['right', 'top'],
  7: ['right', 'bottom'],
  8: ['left', 'bottom'],
};

test.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
  'orientation %i is turned as EXIF defines it, tile by tile',
  (orientation) => {
    const stored = noise(11, 7, orientation);
    const [width, height] = swapsSides(orientation) ? [7, 11] : [11, 7];
    const upright = new Uint32Array(width * height);
    for (const tile of tilesOf(stored, 4).map((tile) => turnTile(tile, orientation, 11, 7))) {
      const pixels = new Uint32Array(tile.data.buffer);
      for (let i = 0; i < pixels.length; i += 1) {
        upright[(tile.top + Math.floor(i / tile.width)) * width + tile.left + (i % tile.width)] = pixels[i] as number;
      }
    }
    const [row, column] = definitions[orientation];
    const pixels = new Uint32Array(stored.data.buffer);
    for (let i = 0; i < pixels.length; i += 1) {
      // How far this pixel lies from the side that the first row, and the first column, shows.
      const away = new Map([
        [row, Math.floor(i / 11)],
        [column, i % 11],
      ]);
      const x = away.get('left') ?? width - 1 - (away.get('right') ?? 0);
      const y = away.get('top') ?? height - 1 - (away.get('bottom') ?? 0);
      expect(upright[y * width + x]).toBe(pixels[i]);
    }
  },
);

test('a crop from a reduced part looks at the same places of the photo', () => {
  const number = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(fc.array(number, { minLength: 8, maxLength: 8 }), fc.constantFrom(1, 0.5, 0.123), (numbers, scale) => {
      const [a, b, c, d, e, f, x, y] = numbers as [number, number, number, number, number, number, number, number];
      const networkToPicture = { a, b, c, d, e, f };
      const picture = { width: 2, height: 2, rgba: new Uint8ClampedArray(16) };
      const part = { part: picture, origin: [30, 70] as const, scale };
      const crop = cropFromPart('net', { networkToPicture, size: [4, 4] }, part, [{ x, y }]);
      const inPhoto = apply(networkToPicture, { x, y });
      const inReduced = apply(crop.place.networkToPicture, { x, y });
      expect(inReduced.x - crop.origin[0]).toBeCloseTo((inPhoto.x - 30) * scale, 6);
      expect(inReduced.y - crop.origin[1]).toBeCloseTo((inPhoto.y - 70) * scale, 6);
      expect((crop.landmarks?.[0]?.x ?? 0) - crop.origin[0]).toBeCloseTo((x - 30) * scale, 6);
      expect([crop.network, crop.part, crop.place.size]).toEqual(['net', picture, [4, 4]]);
    }),
  );
});
