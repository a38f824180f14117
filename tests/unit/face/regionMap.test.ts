import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Region, regions } from '../../../src/shared/face';
import { meanShape } from '../../../src/shared/geometry/meanShape';
import type { Point } from '../../../src/shared/geometry/space';
import { createRandom, normal } from '../../../src/shared/random';
import { regionMap } from '../../../src/worker/face/regionMap';

const side = 200;
const size = [side, side] as const;
/** The mean face with a margin around it, in pixels. */
const landmarks: Point<'network'>[] = meanShape.map(({ x, y }) => ({
  x: side * (0.25 + x / 2),
  y: side * (0.3 + y / 2),
}));

const regionAt = (map: Uint8Array, { x, y }: Point<'network'>): Region | undefined =>
  regions[map[Math.floor(y) * side + Math.floor(x)] ?? -1];
const seen = (map: Uint8Array, points: readonly Point<'network'>[]) => new Set(points.map((p) => regionAt(map, p)));
const part = (first: number, last: number) => landmarks.slice(first, last + 1);

describe('regionMap', () => {
  test('landmarks lie in the regions that they mark', () => {
    const map = regionMap(size, landmarks);
    expect(seen(map, part(36, 47))).toEqual(new Set(['eyes']));
    expect(seen(map, part(17, 26))).toEqual(new Set(['brows']));
    expect(seen(map, part(27, 35))).toEqual(new Set(['nose']));
    expect(seen(map, part(48, 67))).toEqual(new Set(['mouth']));
  });

  test('so do those of uneven faces, turned and with a look on them', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: -0.6, max: 0.6, noNaN: true }), (seed, angle) => {
        const random = createRandom(seed);
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const face = landmarks.map(({ x, y }) => {
          const [u, v] = [x - 100 + normal(random) * 0.7, y - 105 + normal(random) * 0.7];
          return { x: 100 + cos * u - sin * v, y: 105 + sin * u + cos * v };
        });
        const map = regionMap(size, face);
        expect(seen(map, face.slice(36, 48))).toEqual(new Set(['eyes']));
        expect(seen(map, face.slice(48, 60))).toEqual(new Set(['mouth']));
        expect(seen(map, face.slice(17, 27))).toEqual(new Set(['brows']));
      }),
      { numRuns: 40 },
    );
  });

  test('forehead lies above the brows, cheeks beside the nose, jaw below the mouth, elsewhere around the face', () => {
    const map = regionMap(size, landmarks);
    const at = (x: number, y: number) => regionAt(map, { x: side * (0.25 + x / 2), y: side * (0.3 + y / 2) });
    expect([at(0.5, -0.15), at(0.25, -0.1), at(0.75, -0.1)]).toEqual(['forehead', 'forehead', 'forehead']);
    expect([at(0.2, 0.5), at(0.8, 0.5)]).toEqual(['cheeks', 'cheeks']);
    expect([at(0.5, 0.88), at(0.3, 0.78), at(0.7, 0.78)]).toEqual(['jaw', 'jaw', 'jaw']);
    expect([at(0.5, 1.1), at(-0.2, 0.5), at(1.2, 0.5), at(0.5, -0.55)]).toEqual(Array(4).fill('elsewhere'));
  });

  test('a symmetric face has symmetric regions', () => {
    const map = regionMap(size, landmarks);
    let different = 0;
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) if (map[y * side + x] !== map[y * side + side - 1 - x]) different++;
    }
    // Where a pixel's centre lies on a boundary, rounding decides.
    expect(different).toBeLessThanOrEqual(8);
  });

  test('every region is there, and the face’s outline encloses them', () => {
    const map = regionMap(size, landmarks);
    const shares = regions.map((_, i) => map.filter((value) => value === i).length / map.length);
    for (const share of shares) expect(share).toBeGreaterThan(0.004);
    expect(shares.at(-1)).toBeGreaterThan(0.5);
  });

  test('without landmarks everything is elsewhere', () => {
    expect(new Set(regionMap([3, 5]))).toEqual(new Set([regions.indexOf('elsewhere')]));
  });

  test('landmarks outside the input are no error', () => {
    const far = landmarks.map(({ x, y }) => ({ x: x + 500, y: y - 900 }));
    expect(new Set(regionMap(size, far))).toEqual(new Set([regions.indexOf('elsewhere')]));
  });
});
