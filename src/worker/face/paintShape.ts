import type { Point, Space } from '../../shared/geometry/space';

/** A filled polygon, or an open line, made thicker by `radius` on all sides. */
export interface Shape<S extends Space> {
  readonly points: readonly Point<S>[];
  readonly closed: boolean;
  readonly radius: number;
}

/** Writes `value` to every cell [height, width] whose centre lies in the shape. */
export function paintShape<S extends Space>(
  cells: Uint8Array,
  [height, width]: readonly [number, number],
  shape: Shape<S>,
  value: number,
): void {
  const { points, radius } = shape;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const left = Math.max(0, Math.floor(Math.min(...xs) - radius));
  const right = Math.min(width, Math.ceil(Math.max(...xs) + radius));
  const top = Math.max(0, Math.floor(Math.min(...ys) - radius));
  const bottom = Math.min(height, Math.ceil(Math.max(...ys) + radius));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (contains(shape, x + 0.5, y + 0.5)) cells[y * width + x] = value;
    }
  }
}

/** The even-odd rule for the inside, the distance to the nearest side for what lies around it. */
function contains<S extends Space>({ points, closed, radius }: Shape<S>, x: number, y: number): boolean {
  let inside = false;
  const sides = closed ? points.length : points.length - 1;
  for (let i = 0; i < sides; i++) {
    const p = points[i] as Point<S>;
    const q = points[i + 1 === points.length ? 0 : i + 1] as Point<S>;
    if (closed && p.y > y !== q.y > y && x < p.x + ((y - p.y) / (q.y - p.y)) * (q.x - p.x)) inside = !inside;
    if (radius > 0 && squareDistance(p, q, x, y) <= radius * radius) return true;
  }
  return inside;
}

/** From a point to the segment between two others. */
function squareDistance<S extends Space>(p: Point<S>, q: Point<S>, x: number, y: number): number {
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - p.x) * dx + (y - p.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return (x - p.x - t * dx) ** 2 + (y - p.y - t * dy) ** 2;
}
