import type { Point } from '../../../src/shared/geometry/space';

type Shape = readonly Point<'face'>[];

/** The landmark that lies where this one does in a mirror (iBUG 300-W, counted from 0). */
const mirrored = [
  ...[16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
  ...[26, 25, 24, 23, 22, 21, 20, 19, 18, 17],
  ...[27, 28, 29, 30, 35, 34, 33, 32, 31],
  ...[45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40],
  ...[54, 53, 52, 51, 50, 49, 48, 59, 58, 57, 56, 55, 64, 63, 62, 61, 60, 67, 66, 65],
] as const;

/**
 * Generalised Procrustes analysis (J. C. Gower, Psychometrika 40, 1975) of shapes and their mirror images: each is laid
 * onto the mean by the best similarity, the mean is taken anew, until it stands still. The result is symmetric about x
 * = ½, and its larger extent fills the unit square, in whose middle it lies. The best similarity comes from complex
 * least squares, not from the code under test.
 */
export function meanOfShapes(shapes: readonly Shape[]): Point<'face'>[] {
  const all = [...shapes, ...shapes.map(mirror)].map(normalise);
  let mean = all[0] ?? [];
  for (let round = 0; round < 50; round++) {
    const aligned = all.map((shape) => lay(shape, mean));
    mean = normalise(mean.map((_, i) => meanPoint(aligned.map((shape) => shape[i] ?? { x: 0, y: 0 }))));
  }
  return fill(symmetrise(upright(mean)));
}

const mirror = (shape: Shape): Shape => mirrored.map((i) => ({ x: -(shape[i]?.x ?? 0), y: shape[i]?.y ?? 0 }));

function meanPoint(points: Shape): Point<'face'> {
  const sum = (pick: (point: Point<'face'>) => number) => points.reduce((total, point) => total + pick(point), 0);
  return { x: sum((p) => p.x) / points.length, y: sum((p) => p.y) / points.length };
}

/** Centred, of size 1. */
function normalise(shape: Shape): Shape {
  const { x, y } = meanPoint(shape);
  const centred = shape.map((p) => ({ x: p.x - x, y: p.y - y }));
  const size = Math.sqrt(centred.reduce((sum, p) => sum + p.x * p.x + p.y * p.y, 0));
  return centred.map((p) => ({ x: p.x / size, y: p.y / size }));
}

/** Centred points as complex numbers: the best factor is ⟨shape, mean⟩ / ⟨shape, shape⟩. */
function lay(shape: Shape, mean: Shape): Shape {
  let [re, im, square] = [0, 0, 0];
  for (const [i, { x, y }] of shape.entries()) {
    const to = mean[i] ?? { x: 0, y: 0 };
    re += x * to.x + y * to.y;
    im += x * to.y - y * to.x;
    square += x * x + y * y;
  }
  return shape.map(({ x, y }) => ({ x: (re * x - im * y) / square, y: (im * x + re * y) / square }));
}

/** Turned so that the line between the jaw's two ends is level. */
function upright(shape: Shape): Shape {
  const [left = { x: 0, y: 0 }, right = { x: 1, y: 0 }] = [shape[0], shape[16]];
  const length = Math.hypot(right.x - left.x, right.y - left.y);
  const [c, s] = [(right.x - left.x) / length, (right.y - left.y) / length];
  return shape.map(({ x, y }) => ({ x: c * x + s * y, y: -s * x + c * y }));
}

function symmetrise(shape: Shape): Shape {
  const other = mirror(shape);
  return shape.map((p, i) => ({ x: (p.x + (other[i]?.x ?? 0)) / 2, y: (p.y + (other[i]?.y ?? 0)) / 2 }));
}

function fill(shape: Shape): Point<'face'>[] {
  const [xs, ys] = [shape.map(({ x }) => x), shape.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.max(right - left, bottom - top);
  const [x0, y0] = [(left + right) / 2, (top + bottom) / 2];
  return shape.map(({ x, y }) => ({ x: 0.5 + (x - x0) / side, y: 0.5 + (y - y0) / side }));
}
