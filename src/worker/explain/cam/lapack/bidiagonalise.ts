import type { Bidiagonal } from './bidiagonal';
import { columnOf, type Dense, reflectColumns, reflectRows, rowOf, triangleOf } from './dense';
import { type Reflector, reflect, reflector } from './reflector';
import { toUpper } from './toUpper';

export interface Bidiagonalised extends Bidiagonal {
  /** Pᵀ v: a right vector of the matrix as one of its bidiagonal form. */
  turn(v: Float64Array): Float64Array;
}

/** Beyond this ratio of its sides a matrix is made triangular first; LAPACK's ILAENV has it. */
const muchLonger = 11 / 6;

/**
 * A = Q B Pᵀ with an upper bidiagonal B of the smaller side's size, by the way that LAPACK's `dgesdd` goes: Householder
 * reflections from the left and right in turn (Golub and Kahan 1965, `dgebrd`), after a QR or LQ factorisation of a
 * matrix that is much longer than wide (Chan 1982). Every sign is that of LAPACK. `matrix` is changed.
 */
export function bidiagonalise(matrix: Dense): Bidiagonalised {
  const { rows, columns } = matrix;
  const size = Math.min(rows, columns);
  const isLong = Math.max(rows, columns) >= Math.trunc(size * muchLonger);
  const right: Reflector[] = [];
  const form = rows >= columns ? tall(isLong ? upperOf(matrix) : matrix, right) : wide(matrix, isLong, right);
  const turn = (v: Float64Array) => {
    const turned = v.slice();
    for (const one of right) reflect(turned, one);
    return turned.subarray(0, size);
  };
  return { ...form, turn };
}

/** R of A = Q R. */
function upperOf(a: Dense): Dense {
  for (let k = 0; k < a.columns; k++) reflectRows(a, reflector(columnOf(a, k, k), k), k);
  return triangleOf(a, a.columns, 'upper');
}

function wide(a: Dense, isLong: boolean, right: Reflector[]): Bidiagonal {
  if (!isLong) return lower(a, right);
  for (let k = 0; k < a.rows; k++) {
    const by = reflector(rowOf(a, k, k), k);
    right.push(by);
    reflectColumns(a, by, k);
  }
  return tall(triangleOf(a, a.rows, 'lower'), right);
}

/** Of a matrix that is as long as wide, or longer: column, row, column, … */
function tall(a: Dense, right: Reflector[]): Bidiagonal {
  const diagonal = new Float64Array(a.columns);
  const above = new Float64Array(a.columns - 1);
  for (let k = 0; k < a.columns; k++) {
    const left = reflector(columnOf(a, k, k), k);
    diagonal[k] = left.beta;
    reflectRows(a, left, k);
    if (k + 1 >= a.columns) break;
    const by = reflector(rowOf(a, k, k + 1), k + 1);
    above[k] = by.beta;
    right.push(by);
    reflectColumns(a, by, k);
  }
  return { diagonal, above };
}

/** Of a matrix that is wider than long: row, column, row, …; its form is lower bidiagonal at first. */
function lower(a: Dense, right: Reflector[]): Bidiagonal {
  const diagonal = new Float64Array(a.rows);
  const below = new Float64Array(a.rows - 1);
  for (let k = 0; k < a.rows; k++) {
    const by = reflector(rowOf(a, k, k), k);
    diagonal[k] = by.beta;
    right.push(by);
    reflectColumns(a, by, k);
    if (k + 1 >= a.rows) break;
    const left = reflector(columnOf(a, k, k + 1), k + 1);
    below[k] = left.beta;
    reflectRows(a, left, k);
  }
  return toUpper(diagonal, below);
}
