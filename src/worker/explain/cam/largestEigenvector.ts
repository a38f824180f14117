import { createRandom, normal } from '../../../shared/random';

/** Relative residual |M v − λ v| / λ at which the iteration ends, and the most steps that it may take. */
const tolerance = 1e-9;
const mostSteps = 20_000;

/**
 * Eigenvalue and unit eigenvector of the largest eigenvalue of a symmetric positive semi-definite matrix [size, size], by
 * power iteration from a seeded random start; null for a zero matrix.
 */
export function largestEigenvector(matrix: Float64Array, size: number): { value: number; vector: Float64Array } | null {
  const random = createRandom(1);
  let vector = Float64Array.from({ length: size }, () => normal(random));
  let value = 0;
  for (let step = 0; step < mostSteps; step++) {
    const image = multiply(matrix, vector);
    const length = Math.sqrt(image.reduce((sum, x) => sum + x * x, 0));
    if (length === 0) return null;
    value = length;
    const next = image.map((x) => x / length);
    // At the fixed point v = M v / |M v|, so the distance between two iterates is the residual's.
    const moved = next.reduce((sum, x, i) => sum + (x - (vector[i] ?? 0)) ** 2, 0);
    vector = next;
    if (step > 0 && moved <= tolerance ** 2) break;
  }
  return { value, vector };
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const image = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0, i = row * size; column < size; column++, i++) sum += (matrix[i] ?? 0) * (vector[column] ?? 0);
    image[row] = sum;
  }
  return image;
}
