import { clamp, madd, storePartly } from './simd';
import { far, farCubed, near, nearCubed } from './winogradPoints';

/** Rows 1, 2 and 3 of Aᵀ: the points' first, second (½ and 2) and third powers; `rest` is added. */
// @ts-ignore: AssemblyScript's decorator
@inline
function once(difference: v128, farDifference: v128, rest: v128): v128 {
  return madd(f32x4.splat(far), farDifference, madd(f32x4.splat(near), difference, rest));
}

// @ts-ignore: AssemblyScript's decorator
@inline
function twice(sum: v128, farSum: v128, rest: v128): v128 {
  return madd(f32x4.splat(2), farSum, madd(f32x4.splat(0.5), sum, rest));
}

// @ts-ignore: AssemblyScript's decorator
@inline
function thrice(difference: v128, farDifference: v128, rest: v128): v128 {
  return madd(f32x4.splat(farCubed), farDifference, madd(f32x4.splat(nearCubed), difference, rest));
}

/** Aᵀ m for one column, four results `step` bytes apart. */
// @ts-ignore: AssemblyScript's decorator
@inline
function gather(m0: v128, m1: v128, m2: v128, m3: v128, m4: v128, m5: v128, to: usize, step: usize): void {
  const sum = f32x4.add(m1, m2);
  const difference = f32x4.sub(m1, m2);
  const farSum = f32x4.add(m3, m4);
  const farDifference = f32x4.sub(m3, m4);
  v128.store(to, f32x4.add(f32x4.add(m0, sum), farSum));
  v128.store(to + step, once(difference, farDifference, f32x4.splat(0)));
  v128.store(to + 2 * step, twice(sum, farSum, f32x4.splat(0)));
  v128.store(to + 3 * step, thrice(difference, farDifference, m5));
}

/**
 * y = Aᵀ m A, bias and activation of one 4×4 tile, four filters at once (see `winograd`).
 * @param from first of 36 products, `position` bytes apart
 * @param to first cell of the tile in the result
 * @param rows how many of its rows lie inside the result, like `columns` and `count` (filters) 1 to 4
 * @param scratch 28 vectors
 */
export function transformTile(
  from: usize,
  position: usize,
  to: usize,
  rowBytes: usize,
  cellBytes: usize,
  rows: i32,
  columns: i32,
  count: i32,
  bias: v128,
  low: v128,
  high: v128,
  scratch: usize,
): void {
  for (let x: usize = 0; x < 6; x++) {
    const product = from + x * position;
    gather(
      v128.load(product),
      v128.load(product + 6 * position),
      v128.load(product + 12 * position),
      v128.load(product + 18 * position),
      v128.load(product + 24 * position),
      v128.load(product + 30 * position),
      scratch + x * 16,
      96,
    );
  }
  const whole = columns == 4 && count >= 4;
  for (let y = 0; y < rows; y++) {
    const row = scratch + y * 96;
    const m0 = f32x4.add(v128.load(row), bias);
    const m1 = v128.load(row, 16);
    const m2 = v128.load(row, 32);
    const m3 = v128.load(row, 48);
    const m4 = v128.load(row, 64);
    const m5 = f32x4.add(v128.load(row, 80), bias);
    const sum = f32x4.add(m1, m2);
    const difference = f32x4.sub(m1, m2);
    const farSum = f32x4.add(m3, m4);
    const farDifference = f32x4.sub(m3, m4);
    const y0 = clamp(f32x4.add(f32x4.add(m0, sum), farSum), low, high);
    const y1 = clamp(once(difference, farDifference, bias), low, high);
    const y2 = clamp(twice(sum, farSum, bias), low, high);
    const y3 = clamp(thrice(difference, farDifference, m5), low, high);
    const cell = to + y * rowBytes;
    if (whole) {
      v128.store(cell, y0);
      v128.store(cell + cellBytes, y1);
      v128.store(cell + 2 * cellBytes, y2);
      v128.store(cell + 3 * cellBytes, y3);
    } else {
      storePartly(cell, y0, count);
      if (columns > 1) storePartly(cell + cellBytes, y1, count);
      if (columns > 2) storePartly(cell + 2 * cellBytes, y2, count);
      if (columns > 3) storePartly(cell + 3 * cellBytes, y3, count);
    }
  }
}
