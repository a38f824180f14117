import type { Affine, Point, Space } from '../../shared/geometry/space';

/**
 * The similarity (scale, rotation, shift, no reflection) that takes `from` to `to` with the smallest sum of squared
 * distances. Source: S. Umeyama, “Least-squares estimation of transformation parameters between two point patterns”,
 * IEEE PAMI 13(4), 1991; in the plane its singular value decomposition comes down to two sums: with centred points p
 * and q, scale · cos = Σ p·q / Σ |p|² and scale · sin = Σ p×q / Σ |p|².
 * @throws RangeError unless both have the same number of points, and `from` two different ones
 */
export function fitSimilarity<From extends Space, To extends Space>(
  from: readonly Point<From>[],
  to: readonly Point<To>[],
): Affine<From, To> {
  if (from.length !== to.length) throw new RangeError(`${from.length} points cannot lie on ${to.length}.`);
  const [p0, q0] = [centroid(from), centroid(to)];
  let [dot, cross, square] = [0, 0, 0];
  for (const [i, p] of from.entries()) {
    const q = to[i] as Point<To>;
    const [px, py, qx, qy] = [p.x - p0.x, p.y - p0.y, q.x - q0.x, q.y - q0.y];
    dot += px * qx + py * qy;
    cross += px * qy - py * qx;
    square += px * px + py * py;
  }
  if (!(square > 0)) throw new RangeError('A similarity needs two different points.');
  const [a, b] = [dot / square, cross / square];
  return { a, b, c: -b, d: a, e: q0.x - a * p0.x + b * p0.y, f: q0.y - b * p0.x - a * p0.y };
}

/** The mean of points. */
export function centroid<S extends Space>(points: readonly Point<S>[]): Point<S> {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
