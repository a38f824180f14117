import { createRandom, normal } from '../../../shared/random';
import { gram } from './gram';

/** How often the matrix is squared first: each time halves the steps that the iteration then takes. */
const squarings = 3;
/** Distance between two unit vectors at which the iteration ends, and the most steps that it may take. */
const tolerance = 1e-9;
const mostSteps = 2_500;

/**
 * Eigenvalue and unit eigenvector of the largest eigenvalue of a symmetric positive semi-definite matrix [size, size],
 * by power iteration from a seeded random start; null for a zero matrix.
 */
export function largestEigenvector(matrix: Float64Array, size: number): { value: number; vector: Float64Array } | null {
  let power = atTraceOne(matrix, size);
  if (power === null) return null;
  for (let i = 0; i < squarings && power !== null; i++) power = atTraceOne(gram(power, size), size);
  const random = createRandom(1);
  let vector: Float64Array = Float64Array.from({ length: size }, () => normal(random));
  for (let step = 0; step < mostSteps; step++) {
    const next = toUnit(multiply(power ?? matrix, vector));
    const moved = next.reduce((sum, x, i) => sum + (x - (vector[i] ?? 0)) ** 2, 0);
    vector = next;
    if (moved <= tolerance ** 2) break;
  }
  // Rayleigh's quotient on the matrix itself.
  const value = multiply(matrix, vector).reduce((sum, x, i) => sum + x * (vector[i] ?? 0), 0);
  return { value, vector };
}

/** The matrix over its trace, so that its powers neither overflow nor vanish; null for a zero matrix. */
function atTraceOne(matrix: Float64Array, size: number): Float64Array | null {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i] ?? 0;
  return trace > 0 ? matrix.map((value) => value / trace) : null;
}

function toUnit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return vector.map((x) => x / length);
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
