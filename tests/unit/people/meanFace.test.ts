import { describe, expect, test } from 'vitest';
import type { AttributionMap } from '../../../src/shared/explain';
import { meanShape } from '../../../src/shared/geometry/meanShape';
import type { Point } from '../../../src/shared/geometry/space';
import { triangulate } from '../../../src/shared/geometry/triangulate';
import { createRandom } from '../../../src/shared/random';
import { resizeMap } from '../../../src/shared/raster/resizeMap';
import { warpPictureToMeanFace } from '../../../src/shared/raster/warpPictureToMeanFace';
import { meanPoints, warpToMeanFace } from '../../../src/shared/raster/warpToMeanFace';

type P = Point<'network'>;
const margin = 0.25;
const side = 40;
const points = meanPoints(margin).map(([x, y]) => ({ x, y }));
const triangles = triangulate(points);
const mean: P[] = points.slice(0, meanShape.length);

const at = (i: number) => points[i] as P;
const cross = (a: P, b: P, c: P) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

function map(width: number, height: number, value: (x: number, y: number) => number): AttributionMap {
  const values = Float32Array.from({ length: width * height }, (_, i) =>
    value(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height),
  );
  return { width, height, values, signed: false };
}

/** A face that is turned, smiles and is not quite where it should be. */
const moved = (amount: number): P[] => {
  const random = createRandom(3);
  return mean.map(({ x, y }) => ({
    x: x + amount * (0.06 * Math.sin(5 * y) + 0.01 * random()),
    y: y + amount * (0.05 * Math.cos(4 * x) + 0.01 * random()),
  }));
};

describe('triangulate', () => {
  test('covers the square without overlap', () => {
    const areas = triangles.map(([a, b, c]) => cross(at(a), at(b), at(c)) / 2);
    expect(Math.min(...areas)).toBeGreaterThan(0);
    expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(1, 4);
    // Euler: n points of which h lie on the hull make 2n − h − 2 triangles.
    expect(triangles).toHaveLength(2 * points.length - 16 - 2);
    expect(new Set(triangles.flat()).size).toBe(points.length);
  });

  test('has no point inside the circle of a triangle, but for those nudged off one', () => {
    for (const [a, b, c] of triangles) {
      const [p, q, r] = [at(a), at(b), at(c)];
      const d = 2 * cross(p, q, r);
      const square = ({ x, y }: P) => x * x + y * y;
      const x = (square(p) * (q.y - r.y) + square(q) * (r.y - p.y) + square(r) * (p.y - q.y)) / d;
      const y = (square(p) * (r.x - q.x) + square(q) * (p.x - r.x) + square(r) * (q.x - p.x)) / d;
      const radius = Math.hypot(p.x - x, p.y - y);
      for (const point of points)
        expect(Math.hypot(point.x - x, point.y - y)).toBeGreaterThan(radius * (1 - 0.02) - 1e-4);
    }
  });
});

describe('warpToMeanFace', () => {
  test('leaves the map of a mean face where it is', () => {
    const heat = map(7, 7, (x, y) => Math.sin(9 * x) + y);
    const expected = resizeMap(heat, side, side, 'centres');
    const found = warpToMeanFace(heat, mean, margin, side);
    for (const [i, value] of found.entries()) expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 5);
  });

  test('keeps the scale: a map of one value stays it, a single bright cell is no brighter', () => {
    expect(
      [
        ...warpToMeanFace(
          map(7, 7, () => 0.3),
          moved(1),
          margin,
          side,
        ),
      ].every((v) => Math.abs(v - 0.3) < 1e-6),
    ).toBe(true);
    const bright = warpToMeanFace(
      map(7, 7, (x, y) => Number(Math.abs(x - 0.5) < 0.1 && Math.abs(y - 0.5) < 0.1)),
      moved(1),
      margin,
      side,
    );
    expect(Math.max(...bright)).toBeLessThanOrEqual(1);
    expect(Math.max(...bright)).toBeGreaterThan(0.8);
  });

  test('is what going through all triangles for each cell gives', () => {
    const face = moved(1);
    const corners = [...face, ...points.slice(meanShape.length)];
    const heat = map(9, 9, (x, y) => Math.cos(7 * x * y) + x);
    const found = warpToMeanFace(heat, face, margin, side);
    for (let cell = 0; cell < side * side; cell++) {
      const centre: P = { x: ((cell % side) + 0.5) / side, y: (Math.floor(cell / side) + 0.5) / side };
      const inside = triangles.find(([a, b, c]) =>
        [cross(at(a), at(b), centre), cross(at(b), at(c), centre), cross(at(c), at(a), centre)].every((s) => s >= 0),
      );
      if (inside === undefined) continue;
      const [a, b, c] = inside;
      const area = cross(at(a), at(b), at(c));
      const shares = [cross(at(b), at(c), centre), cross(at(c), at(a), centre), cross(at(a), at(b), centre)];
      const from = [a, b, c].map((i) => corners[i] as P);
      const x = from.reduce((sum, p, i) => sum + (p.x * (shares[i] as number)) / area, 0);
      const y = from.reduce((sum, p, i) => sum + (p.y * (shares[i] as number)) / area, 0);
      expect(found[cell]).toBeCloseTo(bilinear(heat, x, y), 4);
    }
  });

  test('what lies on a landmark comes to lie on the mean face’s, whoever’s face it is', () => {
    const face = moved(1);
    for (const landmark of [8, 30, 36, 45, 48]) {
      const { x, y } = face[landmark] as P;
      // A bump around the landmark of this face.
      const heat = map(200, 200, (u, v) => Math.exp(-((u - x) ** 2 + (v - y) ** 2) / 0.0005));
      const warped = warpToMeanFace(heat, face, margin, 100);
      const peak = warped.indexOf(Math.max(...warped));
      const there = mean[landmark] as P;
      expect(
        Math.hypot(((peak % 100) + 0.5) / 100 - there.x, (Math.floor(peak / 100) + 0.5) / 100 - there.y),
      ).toBeLessThan(0.015);
    }
  });

  test('warps a picture as it warps a map', () => {
    const rgba = new Uint8ClampedArray(4 * 30 * 30);
    for (let i = 0; i < rgba.length; i++) rgba[i] = (i * 37) % 256;
    const green = { width: 30, height: 30, values: Float32Array.from({ length: 900 }, (_, i) => rgba[4 * i + 1] ?? 0) };
    const picture = warpPictureToMeanFace({ width: 30, height: 30, rgba }, moved(1), margin, side);
    const alone = warpToMeanFace({ ...green, signed: false }, moved(1), margin, side);
    for (const [i, value] of alone.entries()) expect(picture[3 * i + 1]).toBeCloseTo(value, 3);
  });

  test('refuses landmarks of another scheme', () => {
    expect(() =>
      warpToMeanFace(
        map(2, 2, () => 1),
        mean.slice(1),
        margin,
        side,
      ),
    ).toThrow('68 landmarks');
  });
});

/** By the definition: the four cells around a place, those beyond the edge being the edge's. */
function bilinear({ width, height, values }: AttributionMap, x: number, y: number): number {
  const [u, v] = [x * width - 0.5, y * height - 0.5];
  const clip = (value: number, most: number) => Math.min(most - 1, Math.max(0, value));
  let sum = 0;
  for (const column of [Math.floor(u), Math.floor(u) + 1])
    for (const row of [Math.floor(v), Math.floor(v) + 1])
      sum +=
        (1 - Math.abs(u - column)) *
        (1 - Math.abs(v - row)) *
        (values[clip(row, height) * width + clip(column, width)] ?? Number.NaN);
  return sum;
}
