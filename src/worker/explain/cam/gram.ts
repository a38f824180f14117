/** M Mᵀ of a matrix with `rows` rows: symmetric, [rows, rows]; the square of a symmetric one. */
export function gram(matrix: Float64Array, rows: number): Float64Array {
  const length = matrix.length / rows;
  const product = new Float64Array(rows * rows);
  for (let a = 0; a < rows; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = a * length, j = b * length, end = i + length; i < end; i++, j++) {
        sum += (matrix[i] ?? 0) * (matrix[j] ?? 0);
      }
      product[a * rows + b] = sum;
      product[b * rows + a] = sum;
    }
  }
  return product;
}
