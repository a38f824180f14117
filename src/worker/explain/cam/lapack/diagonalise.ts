import { givens } from './givens';
import type { Rotations } from './rotations';
import { smallerSingularValue, twoByTwo } from './twoByTwo';

const epsilon = Number.EPSILON / 2;
const smallest = 2 ** -1022;
const tolerance = Math.max(10, Math.min(100, epsilon ** -0.125)) * epsilon;
/** Sweeps a row that are far beyond what ever was needed. */
const mostSweeps = 30;

/** A part of the matrix that is being worked on, from row `first` to row `last`. */
interface Block {
  readonly first: number;
  readonly last: number;
}

/**
 * Singular values of an upper bidiagonal square matrix, not sorted, by implicit QR sweeps (Demmel and Kahan 1990) in
 * the way of LAPACK's `dbdsqr`: the same shifts, directions and order, so that the right vectors get its signs. What is
 * done to the right vectors goes to `rotations`. @returns the values with the sign by which each right vector is to be
 * multiplied
 */
export function diagonalise(diagonal: Float64Array, above: Float64Array, rotations: Rotations): Float64Array {
  const [d, e] = [diagonal.slice(), above.slice()];
  const at = (values: Float64Array, i: number) => values[i] as number;
  const threshold = thresholdOf(d, e);
  let last = d.length - 1;
  let before: Block = { first: -1, last: -1 };
  let down = true;
  for (let sweeps = mostSweeps * d.length ** 2; last > 0 && sweeps > 0; sweeps--) {
    const { first, largest } = blockEnding(d, e, last, threshold);
    if (first === last) {
      last -= 1;
      continue;
    }
    if (first === last - 1) {
      const { larger, smaller, c, s } = twoByTwo(at(d, first), at(e, first), at(d, last));
      [d[first], e[first], d[last]] = [larger, 0, smaller];
      rotations.add(first, c, s);
      last -= 2;
      continue;
    }
    if (first > before.last || last < before.first) down = Math.abs(at(d, first)) >= Math.abs(at(d, last));
    const least = leastOf(d, e, { first, last }, down);
    if (least === null) continue;
    before = { first, last };
    const shift = shiftOf(d, e, before, down, least / largest);
    if (shift === 0) (down ? plainDown : plainUp)(d, e, before, rotations);
    else (down ? sweepDown : sweepUp)(d, e, before, shift, rotations);
    const end = down ? last - 1 : first;
    if (Math.abs(at(e, end)) <= threshold) e[end] = 0;
  }
  return d;
}

/** What counts as 0 above the diagonal. */
function thresholdOf(d: Float64Array, e: Float64Array): number {
  let least = Math.abs(d[0] ?? 0);
  for (let i = 1, mu = least; i < d.length && least > 0; i++) {
    mu = Math.abs(d[i] as number) * (mu / (mu + Math.abs(e[i - 1] as number)));
    least = Math.min(least, mu);
  }
  return Math.max((tolerance * least) / Math.sqrt(d.length), 6 * d.length ** 2 * smallest);
}

function blockEnding(d: Float64Array, e: Float64Array, last: number, threshold: number) {
  let largest = Math.abs(d[last] as number);
  for (let i = last - 1; i >= 0; i--) {
    const across = Math.abs(e[i] as number);
    if (across <= threshold) {
      e[i] = 0;
      return { first: i + 1, largest };
    }
    largest = Math.max(largest, Math.abs(d[i] as number), across);
  }
  return { first: 0, largest };
}

/** A lower bound of the block's values; null where an entry above its diagonal was small enough to become 0. */
function leastOf(d: Float64Array, e: Float64Array, { first, last }: Block, down: boolean): number | null {
  const end = down ? last - 1 : first;
  const beside = Math.abs(d[down ? last : first] as number);
  if (Math.abs(e[end] as number) <= tolerance * beside) {
    e[end] = 0;
    return null;
  }
  let mu = Math.abs(d[down ? first : last] as number);
  let least = mu;
  for (let k = 0; k < last - first; k++) {
    const i = down ? first + k : last - 1 - k;
    if (Math.abs(e[i] as number) <= tolerance * mu) {
      e[i] = 0;
      return null;
    }
    mu = Math.abs(d[down ? i + 1 : i] as number) * (mu / (mu + Math.abs(e[i] as number)));
    least = Math.min(least, mu);
  }
  return least;
}

function shiftOf(d: Float64Array, e: Float64Array, { first, last }: Block, down: boolean, ratio: number): number {
  if (d.length * tolerance * ratio <= Math.max(epsilon, 0.01 * tolerance)) return 0;
  const i = down ? last - 1 : first;
  const shift = smallerSingularValue(d[i] as number, e[i] as number, d[i + 1] as number);
  const begin = Math.abs(d[down ? first : last] as number);
  return begin > 0 && (shift / begin) ** 2 < epsilon ? 0 : shift;
}

function sweepDown(d: Float64Array, e: Float64Array, { first, last }: Block, shift: number, to: Rotations): void {
  let f = chaseFrom(d[first] as number, shift);
  let g = e[first] as number;
  for (let i = first; i < last; i++) {
    const right = givens(f, g);
    if (i > first) e[i - 1] = right.r;
    const [here, across, next] = [d[i] as number, e[i] as number, d[i + 1] as number];
    f = right.c * here + right.s * across;
    const turned = right.c * across - right.s * here;
    const left = givens(f, right.s * next);
    d[i] = left.r;
    f = left.c * turned + left.s * right.c * next;
    d[i + 1] = left.c * right.c * next - left.s * turned;
    if (i + 1 < last) {
      g = left.s * (e[i + 1] as number);
      e[i + 1] = left.c * (e[i + 1] as number);
    }
    to.add(i, right.c, right.s);
  }
  e[last - 1] = f;
}

function sweepUp(d: Float64Array, e: Float64Array, { first, last }: Block, shift: number, to: Rotations): void {
  let f = chaseFrom(d[last] as number, shift);
  let g = e[last - 1] as number;
  for (let i = last; i > first; i--) {
    const one = givens(f, g);
    if (i < last) e[i] = one.r;
    const [here, across, next] = [d[i] as number, e[i - 1] as number, d[i - 1] as number];
    f = one.c * here + one.s * across;
    const turned = one.c * across - one.s * here;
    const other = givens(f, one.s * next);
    d[i] = other.r;
    f = other.c * turned + other.s * one.c * next;
    d[i - 1] = other.c * one.c * next - other.s * turned;
    if (i > first + 1) {
      g = other.s * (e[i - 2] as number);
      e[i - 2] = other.c * (e[i - 2] as number);
    }
    to.add(i - 1, other.c, -other.s);
  }
  e[first] = f;
}

const chaseFrom = (begin: number, shift: number) =>
  (Math.abs(begin) - shift) * ((begin < 0 || Object.is(begin, -0) ? -1 : 1) + shift / begin);

/** Without a shift each entry keeps its relative accuracy. */
function plainDown(d: Float64Array, e: Float64Array, { first, last }: Block, to: Rotations): void {
  let [c, oldC, oldS] = [1, 1, 0];
  for (let i = first; i < last; i++) {
    const right = givens((d[i] as number) * c, e[i] as number);
    if (i > first) e[i - 1] = oldS * right.r;
    const left = givens(oldC * right.r, (d[i + 1] as number) * right.s);
    [c, oldC, oldS, d[i]] = [right.c, left.c, left.s, left.r];
    to.add(i, right.c, right.s);
  }
  const h = (d[last] as number) * c;
  [d[last], e[last - 1]] = [h * oldC, h * oldS];
}

function plainUp(d: Float64Array, e: Float64Array, { first, last }: Block, to: Rotations): void {
  let [c, oldC, oldS] = [1, 1, 0];
  for (let i = last; i > first; i--) {
    const one = givens((d[i] as number) * c, e[i - 1] as number);
    if (i < last) e[i] = oldS * one.r;
    const other = givens(oldC * one.r, (d[i - 1] as number) * one.s);
    [c, oldC, oldS, d[i]] = [one.c, other.c, other.s, other.r];
    to.add(i - 1, other.c, -other.s);
  }
  const h = (d[first] as number) * c;
  [d[first], e[first]] = [h * oldC, h * oldS];
}
