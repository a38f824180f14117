import { type Reflector, reflect } from './reflector';

/** A matrix, row by row; reflections change it in place. */
export interface Dense {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A column from a row on, or a row from a column on. */
export const columnOf = ({ rows, columns, values }: Dense, column: number, from: number): Float64Array =>
  Float64Array.from({ length: rows - from }, (_, i) => values[(from + i) * columns + column] as number);
export const rowOf = ({ columns, values }: Dense, row: number, from: number): Float64Array =>
  values.slice(row * columns + from, (row + 1) * columns);

/** H A, on the columns from `from` on. */
export function reflectRows({ rows, columns, values }: Dense, { offset, v, tau }: Reflector, from: number): void {
  const sums = new Float64Array(columns);
  for (let row = offset; row < rows; row++) {
    const share = v[row - offset] as number;
    for (let c = from, i = row * columns + from; c < columns; c++, i++)
      sums[c] = (sums[c] as number) + share * (values[i] as number);
  }
  for (let row = offset; row < rows; row++) {
    const share = tau * (v[row - offset] as number);
    for (let c = from, i = row * columns + from; c < columns; c++, i++)
      values[i] = (values[i] as number) - share * (sums[c] as number);
  }
}

/** A H, on the rows from `from` on. */
export function reflectColumns({ rows, columns, values }: Dense, by: Reflector, from: number): void {
  for (let row = from; row < rows; row++) reflect(values.subarray(row * columns, (row + 1) * columns), by);
}

/** The upper left corner, 0 below the diagonal, or above it. */
export function triangleOf({ columns, values }: Dense, size: number, part: 'upper' | 'lower'): Dense {
  const kept = (row: number, column: number) => (part === 'upper' ? column >= row : column <= row);
  const corner = Float64Array.from({ length: size * size }, (_, i) => {
    const [row, column] = [Math.floor(i / size), i % size];
    return kept(row, column) ? (values[row * columns + column] as number) : 0;
  });
  return { rows: size, columns: size, values: corner };
}
