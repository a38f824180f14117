import type { Bidiagonal } from './bidiagonal';
import { diagonalise } from './diagonalise';
import { givens } from './givens';
import { Rotations } from './rotations';
import { toUpper } from './toUpper';

export interface First {
  readonly value: number;
  readonly vector: Float64Array;
}

/** Rows up to which LAPACK's `dbdsdc` takes QR sweeps, and beyond which it divides. */
const undivided = 25;
const epsilon = Number.EPSILON / 2;

/**
 * The largest singular value of an upper bidiagonal matrix and its right vector, with the sign that LAPACK's `dbdsdc`
 * gives it (divide and conquer, Gu and Eisenstat 1995).
 */
export function firstRightVector({ diagonal, above }: Bidiagonal): First {
  const rows = diagonal.length;
  if (rows <= undivided) return undividedFirst({ diagonal, above });
  const largest = [...diagonal, ...above].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return undividedFirst({ diagonal, above });
  const scaled = { diagonal: diagonal.map((x) => x / largest), above: above.map((x) => x / largest) };
  return divided(scaled, Math.trunc(Math.log2(rows / (undivided + 1))) + 1);
}

/** All at once, by QR sweeps (`dlasdq`). */
function undividedFirst({ diagonal, above }: Bidiagonal): First {
  const rotations = new Rotations();
  const rows = diagonal.length;
  const square = above.length < rows ? { diagonal, above } : squareOf({ diagonal, above }, rotations);
  const values = diagonalise(square.diagonal, square.above, rotations);
  const first = values.reduce((best, value, i) => (Math.abs(value) > Math.abs(values[best] as number) ? i : best), 0);
  const value = values[first] as number;
  const vector = rotations.rowOfProduct(first, above.length + 1);
  // Singular values are made positive at their right vectors.
  return { value: Math.abs(value), vector: value < 0 ? vector.map((x) => -x) : vector };
}

/** One column more than rows: rotated away from the right, which leaves a lower matrix, and that to an upper one. */
function squareOf({ diagonal, above }: Bidiagonal, rotations: Rotations): Bidiagonal {
  const [d, e] = [diagonal.slice(), above.slice()];
  for (let i = 0; i < d.length; i++) {
    const { c, s, r } = givens(d[i] as number, e[i] as number);
    rotations.add(i, c, s);
    d[i] = r;
    if (i + 1 === d.length) break;
    const next = d[i + 1] as number;
    e[i] = s * next;
    d[i + 1] = c * next;
  }
  return toUpper(d, e.subarray(0, d.length - 1));
}

/**
 * A row in the middle joins the parts above and below it. In the joined solution every left vector has a negative
 * entry at that row (`dlasd3` begins each with −1), unless the parts hardly touch: then it is the part's own vector
 * (`dlasd2` deflates it).
 */
function divided(matrix: Bidiagonal, depth: number): First {
  if (depth === 0) return undividedFirst(matrix);
  const { diagonal: d, above: e } = matrix;
  const middle = Math.floor(d.length / 2);
  const upper = divided({ diagonal: d.subarray(0, middle), above: e.subarray(0, middle) }, depth - 1);
  const lower = divided({ diagonal: d.subarray(middle + 1), above: e.subarray(middle + 1) }, depth - 1);
  const [alpha, beta] = [d[middle] as number, e[middle] as number];
  const isUpper = upper.value >= lower.value;
  const touch = isUpper ? alpha * (upper.vector[middle] as number) : beta * (lower.vector[0] as number);
  const most = Math.max(upper.value, lower.value, Math.abs(alpha), Math.abs(beta));
  const width = e.length + 1;
  if (Math.abs(touch) <= 8 * epsilon * most) {
    const { value, vector } = isUpper ? upper : lower;
    const whole = new Float64Array(Math.max(width, d.length));
    whole.set(vector, isUpper ? 0 : middle + 1);
    return { value, vector: whole };
  }
  const joined = undividedFirst(matrix);
  return leftSignAt(matrix, joined.vector, middle) < 0 ? joined : { ...joined, vector: joined.vector.map((x) => -x) };
}

/**
 * Sign of the left vector B v at a row. The entry may be too small to be told from rounding, but of the first singular
 * vector of a bidiagonal matrix the signs of neighbours hang together: B Bᵀ has e d of the next row beside its
 * diagonal, and a tridiagonal matrix's first eigenvector takes the sign of that (Perron).
 */
function leftSignAt({ diagonal: d, above: e }: Bidiagonal, v: Float64Array, row: number): number {
  const left = d.map((x, i) => x * (v[i] as number) + (e[i] ?? 0) * (v[i + 1] ?? 0));
  let i = left.reduce((best, value, k) => (Math.abs(value) > Math.abs(left[best] as number) ? k : best), 0);
  let sign = Math.sign(left[i] as number);
  for (; i < row; i++) sign *= Math.sign((e[i] as number) * (d[i + 1] as number));
  for (; i > row; i--) sign *= Math.sign((e[i - 1] as number) * (d[i] as number));
  return sign;
}
