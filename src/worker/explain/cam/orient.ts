/**
 * Gives a principal component the sign with which most channels load on it positively: where the map is high, most filters
 * are above their mean. A tie goes to the sum of the loadings.
 *
 * A singular vector is as good as its opposite, so a rule has to decide. The pytorch-grad-cam package has none and shows
 * whichever of the two LAPACK happens to return.
 * @param projection one value a cell
 * @param centred the matrix that was projected, cells × channels, centred
 */
export function orient(projection: Float64Array, centred: Float64Array, channels: number): Float64Array {
  const loadings = new Float64Array(channels);
  for (let i = 0; i < centred.length; i++) {
    const c = i % channels;
    loadings[c] = (loadings[c] ?? 0) + (centred[i] ?? 0) * (projection[Math.floor(i / channels)] ?? 0);
  }
  const balance = loadings.reduce((sum, loading) => sum + Math.sign(loading), 0);
  const sign = balance !== 0 ? balance : loadings.reduce((sum, loading) => sum + loading, 0);
  return sign < 0 ? projection.map((value) => -value) : projection;
}
