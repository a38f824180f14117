import { bidiagonalise } from './bidiagonalise';
import { firstRightVector } from './firstRightVector';

/**
 * A matrix's first right-singular vector with the sign that NumPy's `linalg.svd` gives it. A singular vector is as good
 * as its opposite; LAPACK's `dgesdd`, which NumPy calls, makes a choice that follows from its steps, and here the same
 * steps are taken. Where they rest on rounding (a first column that is all zero) the choice does, too.
 * @param matrix [rows, columns], row by row
 * @param vector the vector, of either sign [columns]
 */
export function likeLapack(matrix: Float64Array, columns: number, vector: Float64Array): Float64Array {
  const form = bidiagonalise({ rows: matrix.length / columns, columns, values: matrix.slice() });
  const turned = form.turn(vector);
  const { vector: found } = firstRightVector(form);
  const along = found.reduce((sum, x, i) => sum + x * (turned[i] as number), 0);
  return along < 0 ? vector.map((x) => -x) : vector;
}
