import type { Bidiagonal } from './bidiagonal';
import { givens } from './givens';

/** A lower bidiagonal square matrix, rotated from the left to an upper one: its right vectors stay as they are. */
export function toUpper(diagonal: Float64Array, below: Float64Array): Bidiagonal {
  const [d, e] = [diagonal.slice(), below.slice()];
  for (let i = 0; i + 1 < d.length; i++) {
    const { c, s, r } = givens(d[i] as number, e[i] as number);
    const next = d[i + 1] as number;
    d[i] = r;
    e[i] = s * next;
    d[i + 1] = c * next;
  }
  return { diagonal: d, above: e };
}
