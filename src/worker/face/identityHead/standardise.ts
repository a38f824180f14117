/** Points around their mean, in a unit in which they lie at distance 1 from it (root of the mean square). */
export interface Standardised {
  /** [rows, dimensions]. */
  readonly points: Float32Array<ArrayBuffer>;
  /** [dimensions]. */
  readonly mean: Float64Array<ArrayBuffer>;
  /** Root of the weighted mean squared distance from the mean; 1 where all rows are alike. */
  readonly radius: number;
}

/** (row − mean) / radius. `weights` (one a row, sum 1) say how much each row counts for mean and radius. */
export function standardise(rows: Float32Array, weights: Float64Array, dimensions: number): Standardised {
  const mean = new Float64Array(dimensions);
  weights.forEach((weight, row) => {
    for (let d = 0; d < dimensions; d++) {
      mean[d] = (mean[d] as number) + weight * (rows[row * dimensions + d] as number);
    }
  });
  const points = new Float32Array(rows.length);
  let spread = 0;
  weights.forEach((weight, row) => {
    let squares = 0;
    for (let d = 0, i = row * dimensions; d < dimensions; d++, i++) {
      const offset = (rows[i] as number) - (mean[d] as number);
      points[i] = offset;
      squares += offset * offset;
    }
    spread += weight * squares;
  });
  // Below the rounding of 32-bit unit vectors there is no difference to tell people by.
  const radius = spread > 1e-12 ? Math.sqrt(spread) : 1;
  for (let i = 0; i < points.length; i++) points[i] = (points[i] as number) / radius;
  return { points, mean, radius };
}
