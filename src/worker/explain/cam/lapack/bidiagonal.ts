/** An upper bidiagonal matrix [length of the diagonal, that or one more where `above` is as long as `diagonal`]. */
export interface Bidiagonal {
  readonly diagonal: Float64Array;
  /** Entry i stands in row i, column i + 1. */
  readonly above: Float64Array;
}
