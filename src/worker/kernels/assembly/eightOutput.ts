import { eight, eighth, four, half, quarter, sixteen, sixteenth, thirtySecond, thirtyTwo, two } from './eightPoints';
import { clamp, madd, storePartly } from './simd';

/**
 * y = Aᵀ m A and activation of one tile of six or five cells a side, four filters at once (see `winogradEight`).
 * @param from first of 64 products, `position` bytes apart
 * @param to first cell of the tile in the result
 * @param tile 6 or 5
 * @param rows how many of its rows lie inside the result, like `columns`; `count` (filters) 1 to 4
 * @param bias is added to the product at the points (1, 1), whose powers are 1 in every output
 * @param scratch 54 vectors
 * @param points what `writePoints` wrote
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
  points: usize,
): void {
  const six = tile == 6;
  const middle = from + 9 * position;
  v128.store(middle, f32x4.add(v128.load(middle), bias));
  const rowPositions = 8 * position;
  for (let column = scratch; column < scratch + 128; column += 16) {
    let product = from;
    const p0 = v128.load(product);
    product += rowPositions;
    const p1 = v128.load(product);
    product += rowPositions;
    const p2 = v128.load(product);
    product += rowPositions;
    const p3 = v128.load(product);
    product += rowPositions;
    const p4 = v128.load(product);
    product += rowPositions;
    const p5 = v128.load(product);
    product += rowPositions;
    const p6 = v128.load(product);
    product += rowPositions;
    const last = v128.load(product);
    from += position;
    const ones = f32x4.add(p1, p2);
    const halves = f32x4.add(p3, p4);
    const twos = f32x4.add(p5, p6);
    v128.store(column, f32x4.add(f32x4.add(p0, ones), f32x4.add(halves, twos)));
    v128.store(column, power(ones, v128.load(points, quarter), halves, v128.load(points, four), twos), 256);
    const fourth = power(ones, v128.load(points, sixteenth), halves, v128.load(points, sixteen), twos);
    v128.store(column, six ? fourth : f32x4.add(fourth, last), 512);
    const oddOnes = f32x4.sub(p1, p2);
    const oddHalves = f32x4.sub(p3, p4);
    const oddTwos = f32x4.sub(p5, p6);
    v128.store(column, power(oddOnes, v128.load(points, half), oddHalves, v128.load(points, two), oddTwos), 128);
    v128.store(column, power(oddOnes, v128.load(points, eighth), oddHalves, v128.load(points, eight), oddTwos), 384);
    if (six) v128.store(column, power(f32x4.add(oddOnes, last), v128.load(points, thirtySecond), oddHalves, v128.load(points, thirtyTwo), oddTwos), 640);
  }
  const whole = columns == tile && count >= 4;
  const line = scratch + 768;
  for (let y = 0; y < rows; y++) {
    const row = scratch + y * 128;
    const step = whole ? cellBytes : 16;
    let target = whole ? to : line;
    const p1 = v128.load(row, 16);
    const p2 = v128.load(row, 32);
    const p3 = v128.load(row, 48);
    const p4 = v128.load(row, 64);
    const p5 = v128.load(row, 80);
    const p6 = v128.load(row, 96);
    const last = v128.load(row, 112);
    const ones = f32x4.add(p1, p2);
    const halves = f32x4.add(p3, p4);
    const twos = f32x4.add(p5, p6);
    const oddOnes = f32x4.sub(p1, p2);
    const oddHalves = f32x4.sub(p3, p4);
    const oddTwos = f32x4.sub(p5, p6);
    v128.store(target, clamp(f32x4.add(f32x4.add(v128.load(row), ones), f32x4.add(halves, twos)), low, high));
    target += step;
    v128.store(target, clamp(power(oddOnes, v128.load(points, half), oddHalves, v128.load(points, two), oddTwos), low, high));
    target += step;
    v128.store(target, clamp(power(ones, v128.load(points, quarter), halves, v128.load(points, four), twos), low, high));
    target += step;
    v128.store(target, clamp(power(oddOnes, v128.load(points, eighth), oddHalves, v128.load(points, eight), oddTwos), low, high));
    target += step;
    const fourth = power(ones, v128.load(points, sixteenth), halves, v128.load(points, sixteen), twos);
    v128.store(target, clamp(six ? fourth : f32x4.add(fourth, last), low, high));
    if (six) {
      const fifth = power(f32x4.add(oddOnes, last), v128.load(points, thirtySecond), oddHalves, v128.load(points, thirtyTwo), oddTwos);
      v128.store(target + step, clamp(fifth, low, high));
    }
    if (!whole) for (let x = 0; x < columns; x++) storePartly(to + x * cellBytes, v128.load(line + x * 16), count);
    to += rowBytes;
  }
}

/** One row of Aᵀ: a power of the points ±1, ±½ and ±2, times the sums or the differences of their products. */
// @ts-ignore: AssemblyScript's decorator
@inline
function power(ones: v128, small: v128, halves: v128, large: v128, twos: v128): v128 {
  return madd(large, twos, madd(small, halves, ones));
}
