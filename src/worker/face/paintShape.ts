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
  size: readonly [number, number],
  { points, closed, radius }: Shape<S>,
  value: number,
): void {
  const sides = points.map((p, i): Side<S> => [p, points[(i + 1) % points.length] as Point<S>]);
  if (closed) fillInside(cells, size, sides, value);
  if (radius > 0) for (const side of closed ? sides : sides.slice(0, -1)) paintAround(cells, size, side, radius, value);
}

type Side<S extends Space> = readonly [Point<S>, Point<S>];

/**
 * The even-odd rule, row by row: a cell is inside if an odd number of sides cross its row to the left of its centre.
 */
function fillInside<S extends Space>(
  cells: Uint8Array,
  [height, width]: readonly [number, number],
  sides: readonly Side<S>[],
  value: number,
): void {
  for (let row = 0; row < height; row++) {
    const y = row + 0.5;
    const crossings = sides
      .filter(([p, q]) => p.y > y !== q.y > y)
      .map(([p, q]) => p.x + ((y - p.y) / (q.y - p.y)) * (q.x - p.x))
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const first = Math.max(0, Math.ceil((crossings[i] as number) - 0.5));
      const end = Math.min(width, Math.ceil((crossings[i + 1] as number) - 0.5));
      if (end > first) cells.fill(value, row * width + first, row * width + end);
    }
  }
}

/** Cells whose centres are at most `radius` away from a side. */
function paintAround<S extends Space>(
  cells: Uint8Array,
  [height, width]: readonly [number, number],
  [p, q]: Side<S>,
  radius: number,
  value: number,
): void {
  const left = Math.max(0, Math.floor(Math.min(p.x, q.x) - radius));
  const right = Math.min(width, Math.ceil(Math.max(p.x, q.x) + radius));
  const top = Math.max(0, Math.floor(Math.min(p.y, q.y) - radius));
  const bottom = Math.min(height, Math.ceil(Math.max(p.y, q.y) + radius));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (squareDistance(p, q, x + 0.5, y + 0.5) <= radius * radius) cells[y * width + x] = value;
    }
  }
}

/** From a point to the segment between two others. */
function squareDistance<S extends Space>(p: Point<S>, q: Point<S>, x: number, y: number): number {
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - p.x) * dx + (y - p.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return (x - p.x - t * dx) ** 2 + (y - p.y - t * dy) ** 2;
}
