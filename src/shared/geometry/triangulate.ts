/** Indices of three points, counter-clockwise as seen with y upwards. */
export type Triangle = readonly [number, number, number];

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Of the points' extent: moves points that lie on one circle off it, so that the answer is unique and the same
 * everywhere.
 */
const nudge = 1e-5;

/**
 * The Delaunay triangulation of points in the plane: no point lies inside the circle through a triangle's corners.
 * Source: A. Bowyer, “Computing Dirichlet tessellations”, and D. F. Watson, “Computing the n-dimensional Delaunay
 * tessellation”, both The Computer Journal 24(2), 1981: points are put in one by one, and the hole that each tears is
 * filled anew.
 * @param points at least three that lie on no common line, no two the same
 */
export function triangulate(points: readonly Place[]): readonly Triangle[] {
  const extent = Math.max(...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]), 1e-9);
  const all: Place[] = points.map(({ x, y }, i) => ({
    x: x + nudge * extent * Math.sin(12.9898 * (i + 1)),
    y: y + nudge * extent * Math.sin(78.233 * (i + 1)),
  }));
  const far = 1e3 * extent;
  const outer: Triangle = [points.length, points.length + 1, points.length + 2];
  all.push({ x: -far, y: -far }, { x: far, y: -far }, { x: 0, y: far });
  let triangles: Triangle[] = [outer];
  for (let i = 0; i < points.length; i++) triangles = insert(triangles, all, i);
  return triangles.filter((corners) => corners.every((corner) => corner < points.length));
}

function insert(triangles: readonly Triangle[], points: readonly Place[], i: number): Triangle[] {
  const [torn, whole]: [Triangle[], Triangle[]] = [[], []];
  for (const triangle of triangles) (isInCircle(triangle, points, i) ? torn : whole).push(triangle);
  const sides = torn.flatMap(([a, b, c]) => [[a, b] as const, [b, c] as const, [c, a] as const]);
  const rim = sides.filter(([a, b]) => !sides.some(([c, d]) => c === b && d === a));
  return [...whole, ...rim.map(([a, b]): Triangle => [a, b, i])];
}

/** The sign of the determinant that tells on which side of the circle a point lies; corners are counter-clockwise. */
function isInCircle([a, b, c]: Triangle, points: readonly Place[], i: number): boolean {
  const p = points[i] as Place;
  const [ax, ay, aa] = relative(points[a] as Place, p);
  const [bx, by, bb] = relative(points[b] as Place, p);
  const [cx, cy, cc] = relative(points[c] as Place, p);
  return ax * (by * cc - bb * cy) - ay * (bx * cc - bb * cx) + aa * (bx * cy - by * cx) > 0;
}

function relative(from: Place, to: Place): readonly [number, number, number] {
  const [x, y] = [from.x - to.x, from.y - to.y];
  return [x, y, x * x + y * y];
}
