import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faceToNetwork, networkToFace } from '../../../src/shared/geometry/faceToNetwork';
import type { Point } from '../../../src/shared/geometry/space';
import { fillKinds, type Mask, type MaskShape, type MaskStroke } from '../../../src/shared/mask';
import { rasteriseMask } from '../../../src/shared/raster/rasteriseMask';

const size = [19, 23] as const;
const margin = 0.2;
type P = Point<'face'>;

/** One pixel at a time, in face coordinates: what the docstring says, and nothing faster. */
function bruteForce(mask: Mask): number[] {
  const { a, e, f } = networkToFace(size, margin);
  return Array.from({ length: size[0] * size[1] }, (_, i) => {
    const centre = { x: a * ((i % size[1]) + 0.5) + e, y: a * (Math.floor(i / size[1]) + 0.5) + f };
    return mask.reduce((value, { shape, erase, fill }) => {
      if (!isIn(shape, centre)) return value;
      return erase ? 0 : 1 + fillKinds.indexOf(fill);
    }, 0);
  });
}

function isIn(shape: MaskShape, p: P): boolean {
  switch (shape.kind) {
    case 'brush':
      return shape.points.some((from, i) => distance(from, shape.points[i + 1] ?? from, p) <= shape.width / 2);
    case 'polygon':
      return windings(shape.points, p) % 2 === 1;
    case 'rectangle': {
      const { x, y, width, height } = shape.box;
      return p.x >= x && p.x < x + width && p.y >= y && p.y < y + height;
    }
    case 'ellipse': {
      const { x, y, width, height } = shape.box;
      return Math.hypot((p.x - x - width / 2) / (width / 2), (p.y - y - height / 2) / (height / 2)) <= 1;
    }
    case 'cells': {
      const { box, width, height, cells } = shape;
      const [column, row] = [((p.x - box.x) * width) / box.width, ((p.y - box.y) * height) / box.height];
      if (column < 0 || column >= width || row < 0 || row >= height) return false;
      return cells[Math.floor(row) * width + Math.floor(column)] !== 0;
    }
  }
}

/** The smallest distance to points of the segment, by its perpendicular foot or its nearer end. */
function distance(a: P, b: P, p: P): number {
  const ends = Math.min(Math.hypot(p.x - a.x, p.y - a.y), Math.hypot(p.x - b.x, p.y - b.y));
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return ends;
  const along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
  if (along < 0 || along > length) return ends;
  return Math.abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
}

/** Sides that a ray upwards from the point meets. */
function windings(points: readonly P[], p: P): number {
  return points.filter((from, i) => {
    const to = points[(i + 1) % points.length] as P;
    if (from.x > p.x === to.x > p.x) return false;
    return from.y + ((p.x - from.x) / (to.x - from.x)) * (to.y - from.y) < p.y;
  }).length;
}

// Multiples of 1/97: no corner lies on a pixel's centre, where the last digit would decide.
const coordinate = fc.integer({ min: -40, max: 140 }).map((n) => n / 97 + 0.00013);
const length = fc.integer({ min: 3, max: 80 }).map((n) => n / 97);
const point = fc.record({ x: coordinate, y: coordinate });
const box = fc.record({ x: coordinate, y: coordinate, width: length, height: length });
const shape: fc.Arbitrary<MaskShape> = fc.oneof(
  fc.record({
    kind: fc.constant('brush' as const),
    points: fc.array(point, { minLength: 1, maxLength: 5 }),
    width: length,
  }),
  fc.record({ kind: fc.constant('rectangle' as const), box }),
  fc.record({ kind: fc.constant('ellipse' as const), box }),
  fc.record({ kind: fc.constant('polygon' as const), points: fc.array(point, { minLength: 3, maxLength: 7 }) }),
  fc.record({
    kind: fc.constant('cells' as const),
    box,
    width: fc.constant(4),
    height: fc.constant(3),
    cells: fc.uint8Array({ minLength: 12, maxLength: 12, max: 1 }).map((cells) => new Uint8Array(cells)),
  }),
);
const stroke: fc.Arbitrary<MaskStroke> = fc.record({ shape, erase: fc.boolean(), fill: fc.constantFrom(...fillKinds) });

test('strokes hide and open the pixels whose centres they cover, as a plain loop over all pixels has it', () => {
  const toPixels = faceToNetwork(size, margin);
  fc.assert(
    fc.property(fc.array(stroke, { maxLength: 6 }), (mask) => {
      const raster = rasteriseMask(mask, size, toPixels);
      expect([...raster]).toEqual(bruteForce(mask));
      // Painted in two goes it is the same, and what lay below is left alone.
      const under = rasteriseMask(mask.slice(0, 2), size, toPixels);
      const before = under.slice();
      expect(rasteriseMask(mask.slice(2), size, toPixels, under)).toEqual(raster);
      expect(under).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

test('a dot, a star with a hole, an eraser', () => {
  const toPixels = faceToNetwork([10, 10], 0);
  const dot: MaskShape = { kind: 'brush', points: [{ x: 0.5, y: 0.5 }], width: 0.2 };
  const count = (mask: Mask) => rasteriseMask(mask, [10, 10], toPixels).reduce((sum, value) => sum + value, 0);
  expect(count([{ shape: dot, erase: false, fill: 'black' }])).toBe(4);
  const star: MaskShape = {
    kind: 'polygon',
    points: [0, 2, 4, 1, 3].map((i) => ({
      x: 0.5 + 0.5 * Math.sin(i * 0.4 * Math.PI),
      y: 0.5 - 0.5 * Math.cos(i * 0.4 * Math.PI),
    })),
  };
  const raster = rasteriseMask([{ shape: star, erase: false, fill: 'noise' }], [40, 40], faceToNetwork([40, 40], 0));
  // The pentagon in the middle is outside by the even-odd rule; the tips are inside.
  expect([raster[20 * 40 + 20], raster[3 * 40 + 20]]).toEqual([0, 4]);
  const all: MaskShape = { kind: 'rectangle', box: { x: 0, y: 0, width: 1, height: 1 } };
  expect(
    count([
      { shape: all, erase: false, fill: 'mean' },
      { shape: dot, erase: true, fill: 'mean' },
    ]),
  ).toBe(2 * 96);
});
