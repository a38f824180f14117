/** Largest absolute difference over the largest magnitude of the reference. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let difference = 0;
  let magnitude = 0;
  for (let i = 0; i < expected.length; i++) {
    difference = Math.max(difference, Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN)));
    magnitude = Math.max(magnitude, Math.abs(expected[i] ?? 0));
    if (Number.isNaN(actual[i])) return Number.POSITIVE_INFINITY;
  }
  return magnitude === 0 ? difference : difference / magnitude;
}
