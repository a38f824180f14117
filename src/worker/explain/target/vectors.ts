/** Sum of products of two vectors of one length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Euclidean length. */
export const lengthOf = (a: ArrayLike<number>): number => Math.sqrt(dot(a, a));

/** The vector at length 1; a zero vector stays zero. */
export function toUnit(a: Float32Array): Float32Array<ArrayBuffer> {
  const length = lengthOf(a);
  return Float32Array.from(a, (value) => (length === 0 ? 0 : value / length));
}
