/**
 * A principal component's loadings at length 1, with the sign with which most of them are positive: where the map is high,
 * most filters are above their mean. A tie goes to their sum.
 *
 * A singular vector is as good as its opposite, so a rule has to decide. The pytorch-grad-cam package has none and shows
 * whichever of the two LAPACK happens to return.
 * @param loadings one a channel, not all zero
 */
export function orient(loadings: Float64Array): Float64Array {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const balance = sum(loadings.map(Math.sign)) || sum(loadings);
  const length = Math.sqrt(sum(loadings.map((loading) => loading * loading)));
  return loadings.map((loading) => (balance < 0 ? -loading : loading) / length);
}
