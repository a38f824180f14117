import { clamp, madd, storePartly } from './simd';

/**
 * y = Aᵀ m A and activation of one tile of six or five cells a side, four filters at once (see `winogradEight`).
 * @param from first of 64 products, `position` bytes apart
 * @param to first cell of the tile in the result
 * @param tile 6 or 5
 * @param rows how many of its rows lie inside the result, like `columns`; `count` (filters) 1 to 4
 * @param bias is added to the product at the points (1, 1), whose powers are 1 in every output
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
  const six = tile == 6;
  const middle = from + 9 * position;
  v128.store(middle, f32x4.add(v128.load(middle), bias));
  for (let x: usize = 0; x < 8; x++) {
    const product = from + x * position;
    const column = scratch + x * 16;
    const p0 = v128.load(product);
    const p1 = v128.load(product + 8 * position);
    const p2 = v128.load(product + 16 * position);
    const p3 = v128.load(product + 24 * position);
    const p4 = v128.load(product + 32 * position);
    const p5 = v128.load(product + 40 * position);
    const p6 = v128.load(product + 48 * position);
    const last = v128.load(product + 56 * position);
    const one = f32x4.add(p1, p2);
    const half = f32x4.add(p3, p4);
    const two = f32x4.add(p5, p6);
    v128.store(column, f32x4.add(f32x4.add(p0, one), f32x4.add(half, two)));
    v128.store(column, power(one, 0.25, half, 4, two), 256);
    const fourth = power(one, 0.0625, half, 16, two);
    v128.store(column, six ? fourth : f32x4.add(fourth, last), 512);
    const oneOdd = f32x4.sub(p1, p2);
    const halfOdd = f32x4.sub(p3, p4);
    const twoOdd = f32x4.sub(p5, p6);
    v128.store(column, power(oneOdd, 0.5, halfOdd, 2, twoOdd), 128);
    v128.store(column, power(oneOdd, 0.125, halfOdd, 8, twoOdd), 384);
    if (six) v128.store(column, power(f32x4.add(oneOdd, last), 0.03125, halfOdd, 32, twoOdd), 640);
  }
  const whole = columns == tile && count >= 4;
  const line = scratch + 768;
  for (let y = 0; y < rows; y++) {
    const row = scratch + y * 128;
    const cell = to + y * rowBytes;
    const target = whole ? cell : line;
    const step = whole ? cellBytes : 16;
    const p1 = v128.load(row, 16);
    const p2 = v128.load(row, 32);
    const p3 = v128.load(row, 48);
    const p4 = v128.load(row, 64);
    const p5 = v128.load(row, 80);
    const p6 = v128.load(row, 96);
    const last = v128.load(row, 112);
    const one = f32x4.add(p1, p2);
    const half = f32x4.add(p3, p4);
    const two = f32x4.add(p5, p6);
    v128.store(target, clamp(f32x4.add(f32x4.add(v128.load(row), one), f32x4.add(half, two)), low, high));
    v128.store(target + 2 * step, clamp(power(one, 0.25, half, 4, two), low, high));
    const fourth = power(one, 0.0625, half, 16, two);
    v128.store(target + 4 * step, clamp(six ? fourth : f32x4.add(fourth, last), low, high));
    const oneOdd = f32x4.sub(p1, p2);
    const halfOdd = f32x4.sub(p3, p4);
    const twoOdd = f32x4.sub(p5, p6);
    v128.store(target + step, clamp(power(oneOdd, 0.5, halfOdd, 2, twoOdd), low, high));
    v128.store(target + 3 * step, clamp(power(oneOdd, 0.125, halfOdd, 8, twoOdd), low, high));
    if (six) {
      const fifth = power(f32x4.add(oneOdd, last), 0.03125, halfOdd, 32, twoOdd);
      v128.store(target + 5 * step, clamp(fifth, low, high));
    }
    if (whole) continue;
    for (let x = 0; x < columns; x++) storePartly(cell + x * cellBytes, v128.load(line + x * 16), count);
  }
}

/** One row of Aᵀ: a power of the points ±1, ±½ and ±2, times the sums or the differences of their products. */
// @ts-ignore: AssemblyScript's decorator
@inline
function power(one: v128, small: f32, half: v128, large: f32, two: v128): v128 {
  return madd(f32x4.splat(large), two, madd(f32x4.splat(small), half, one));
}
