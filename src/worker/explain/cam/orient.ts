/**
 * The sign of a component: a singular vector is as good as its opposite.
 */
export function orient(projection: Float64Array, centred: Float64Array, channels: number): Float64Array {
  // The rows' sums are centred as their columns are, so their product with the projection is a covariance.
  let covariance = 0;
  for (let i = 0; i < centred.length; i++)
    covariance += (centred[i] ?? 0) * (projection[Math.floor(i / channels)] ?? 0);
  return covariance < 0 ? projection.map((value) => -value) : projection;
}
