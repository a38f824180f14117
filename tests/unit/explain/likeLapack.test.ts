/**
 * Signs of singular vectors against NumPy's, for matrices that tests/fixtures/singularSigns.py makes in the same way.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gram } from '../../../src/worker/explain/cam/gram';
import { bidiagonalise } from '../../../src/worker/explain/cam/lapack/bidiagonalise';
import { firstRightVector } from '../../../src/worker/explain/cam/lapack/firstRightVector';
import { likeLapack } from '../../../src/worker/explain/cam/lapack/likeLapack';
import { largestEigenvector } from '../../../src/worker/explain/cam/largestEigenvector';

interface Case {
  readonly rows: number;
  readonly columns: number;
  readonly seed: number;
  /** Where NumPy's first right-singular vector is largest, and what stands there. */
  readonly at: number;
  readonly value: number;
}

const { cases } = JSON.parse(readFileSync('tests/fixtures/singularSigns.json', 'utf8')) as { cases: Case[] };

/** The same numbers as the script's, to rounding. */
function matrix({ rows, columns, seed }: Case): Float64Array {
  let state = seed;
  const draw = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const triples = (length: number) => Array.from({ length }, () => [draw(), draw(), draw()] as const);
  const [left, right] = [triples(rows), triples(columns)];
  const values = left.flatMap((a) =>
    right.map((b) => Math.max(0, 0.2 + a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + 0.5 * draw())),
  );
  return Float64Array.from(values, (value, i) => {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += (values[row * columns + (i % columns)] ?? 0) / rows;
    return value - mean;
  });
}

/** By power iteration on the Gram matrix of the columns: right but for its sign. */
function firstOf(values: Float64Array, columns: number): Float64Array {
  const rows = values.length / columns;
  const turned = Float64Array.from({ length: values.length }, (_, i) => {
    const [column, row] = [Math.floor(i / rows), i % rows];
    return values[row * columns + column] ?? Number.NaN;
  });
  return largestEigenvector(gram(turned, columns), columns)?.vector ?? expect.fail();
}

const small = cases.filter(({ columns }) => columns <= 256);

describe('a first right-singular vector', () => {
  test('is tried on enough cases, of either sign', () => {
    expect(cases.length).toBeGreaterThan(50);
    const positive = cases.filter(({ value }) => value > 0).length;
    expect(Math.min(positive, cases.length - positive)).toBeGreaterThan(15);
  });

  test.each(small)('of $rows × $columns (seed $seed) is NumPy’s, sign and all', (one) => {
    const values = matrix(one);
    const vector = firstOf(values, one.columns);
    for (const sign of [1, -1]) {
      const given = vector.map((x) => sign * x);
      expect(likeLapack(values, one.columns, given)[one.at]).toBeCloseTo(one.value, 4);
    }
  });

  test.each(cases)('of the bidiagonal form of $rows × $columns (seed $seed), without being told', (one) => {
    const { columns } = one;
    const form = bidiagonalise({ rows: one.rows, columns, values: matrix(one) });
    const { vector } = firstRightVector(form);
    // One coordinate of P w is the product of w with the turned unit vector.
    const unit = new Float64Array(columns);
    unit[one.at] = 1;
    const along = form.turn(unit).reduce((sum, x, i) => sum + x * (vector[i] ?? 0), 0);
    expect(along).toBeCloseTo(one.value, 5);
  });

  test('of a matrix of zeros, or of one column, comes back', () => {
    const none = likeLapack(new Float64Array(12), 3, Float64Array.of(0, 1, 0));
    expect(none.map(Math.abs)).toEqual(Float64Array.of(0, 1, 0));
    expect(likeLapack(Float64Array.of(1, 2, 3), 1, Float64Array.of(-1)).map(Math.abs)).toEqual(Float64Array.of(1));
  });
});
