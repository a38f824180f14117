import type { Affine, Point, Space } from './space';

/** The point under the transform. */
export function apply<From extends Space, To extends Space>(
  transform: Affine<From, To>,
  point: Point<From>,
): Point<To> {
  const { a, b, c, d, e, f } = transform;
  return { x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f };
}

/** First `first`, then `second`. */
export function compose<From extends Space, Middle extends Space, To extends Space>(
  first: Affine<From, Middle>,
  second: Affine<Middle, To>,
): Affine<From, To> {
  return {
    a: second.a * first.a + second.c * first.b,
    b: second.b * first.a + second.d * first.b,
    c: second.a * first.c + second.c * first.d,
    d: second.b * first.c + second.d * first.d,
    e: second.a * first.e + second.c * first.f + second.e,
    f: second.b * first.e + second.d * first.f + second.f,
  };
}

/** The way back. @throws RangeError if the transform flattens the plane */
export function invert<From extends Space, To extends Space>(transform: Affine<From, To>): Affine<To, From> {
  const { a, b, c, d, e, f } = transform;
  const determinant = a * d - b * c;
  if (determinant === 0) throw new RangeError('This transform has no inverse.');
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  };
}
