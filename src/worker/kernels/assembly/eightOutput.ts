import { clamp, madd, storePartly } from './simd';

/**
 * y = Aᵀ m A, bias and activation of one tile of six or five cells a side, four filters at once (see `winogradEight`).
 * @param from first of 64 products, `position` bytes apart
 * @param to first cell of the tile in the result
 * @param tile 6 or 5
 * @param rows how many of its rows lie inside the result, like `columns`; `count` (filters) 1 to 4
 * @param scratch 54 vectors
 */
export function transformEightTile(
  from: usize,
  position: usize,
  to: usize,
  rowBytes: usize,
  cellBytes: usize,
  tile: i32,
  rows: i32,
  columns: i32,
  count: i32,
  bias: v128,
  low: v128,
  high: v128,
  scratch: usize,
): void {
  for (let x: usize = 0; x < 8; x++) gather(from + x * position, 8 * position, tile, scratch + x * 16, 128);
  const line = scratch + 768;
  const whole = columns == tile && count >= 4;
  for (let y = 0; y < rows; y++) {
    const row = scratch + y * 128;
    const cell = to + y * rowBytes;
    gather(row, 16, tile, line, 16);
    for (let x = 0; x < columns; x++) {
      const value = clamp(f32x4.add(v128.load(line + x * 16), bias), low, high);
      if (whole) v128.store(cell + x * cellBytes, value);
      else storePartly(cell + x * cellBytes, value, count);
    }
  }
}

/**
 * Aᵀ m for one column: the powers of the points 0, ±1, ±½, ±2, even ones of the pairs' sums, odd ones of their differences.
 * @param from first of eight products, `pitch` bytes apart
 * @param to first of `tile` results, `step` bytes apart
 */
// @ts-ignore: AssemblyScript's decorator
@inline
function gather(from: usize, pitch: usize, tile: i32, to: usize, step: usize): void {
  const p1 = v128.load(from + pitch);
  const p2 = v128.load(from + 2 * pitch);
  const p3 = v128.load(from + 3 * pitch);
  const p4 = v128.load(from + 4 * pitch);
  const p5 = v128.load(from + 5 * pitch);
  const p6 = v128.load(from + 6 * pitch);
  const one = f32x4.add(p1, p2);
  const half = f32x4.add(p3, p4);
  const two = f32x4.add(p5, p6);
  const last = v128.load(from + 7 * pitch);
  v128.store(to, f32x4.add(f32x4.add(v128.load(from), one), f32x4.add(half, two)));
  v128.store(to + 2 * step, madd(f32x4.splat(4), two, madd(f32x4.splat(0.25), half, one)));
  const fourth = madd(f32x4.splat(16), two, madd(f32x4.splat(0.0625), half, one));
  v128.store(to + 4 * step, tile == 6 ? fourth : f32x4.add(fourth, last));
  const oneOdd = f32x4.sub(p1, p2);
  const halfOdd = f32x4.sub(p3, p4);
  const twoOdd = f32x4.sub(p5, p6);
  v128.store(to + step, madd(f32x4.splat(2), twoOdd, madd(f32x4.splat(0.5), halfOdd, oneOdd)));
  v128.store(to + 3 * step, madd(f32x4.splat(8), twoOdd, madd(f32x4.splat(0.125), halfOdd, oneOdd)));
  if (tile == 6) {
    const odd = madd(f32x4.splat(32), twoOdd, madd(f32x4.splat(0.03125), halfOdd, oneOdd));
    v128.store(to + 5 * step, f32x4.add(odd, last));
  }
}
