import { four, half, inputFar, inputHalf, inputMiddle, inputNear, quarter, two } from './eightPoints';
import { panelGroupBytes } from './panels';
import { madd } from './simd';

/**
 * One panel of tiles for all 64 products, channel group by channel group so that its lines are written whole.
 * @param table for each tile: address of its patch, bytes a row, bytes a cell (u32)
 * @param to [64, `position` bytes apart][groups][6][4]
 * @param scratch 64 vectors
 * @param points what `writePoints` wrote
 */
export function transformEightPanel(
  table: usize,
  tiles: i32,
  to: usize,
  position: usize,
  groups: i32,
  scratch: usize,
  points: usize,
): void {
  for (let group = 0; group < groups; group++) {
    for (let tile = 0; tile < tiles; tile++) {
      const entry = table + tile * 12;
      transformEightPatch(
        <usize>load<u32>(entry) + group * 16,
        load<u32>(entry, 4),
        load<u32>(entry, 8),
        to + group * panelGroupBytes + tile * 16,
        position,
        scratch,
        points,
      );
    }
  }
}

/**
 * V = Bᵀ d B of an 8×8 patch, four channels at once: columns into the scratch, then rows out of it. Addresses go from
 * one to the next, one addition each.
 */
// @ts-ignore: AssemblyScript's decorator
@inline
function transformEightPatch(
  from: usize,
  rowBytes: usize,
  cellBytes: usize,
  to: usize,
  position: usize,
  scratch: usize,
  points: usize,
): void {
  for (let x: usize = 0; x < 128; x += 16) {
    let cell = from;
    const d0 = v128.load(cell);
    cell += rowBytes;
    const d1 = v128.load(cell);
    cell += rowBytes;
    const d2 = v128.load(cell);
    cell += rowBytes;
    const d3 = v128.load(cell);
    cell += rowBytes;
    const d4 = v128.load(cell);
    cell += rowBytes;
    const d5 = v128.load(cell);
    cell += rowBytes;
    const d6 = v128.load(cell);
    cell += rowBytes;
    mix(d0, d1, d2, d3, d4, d5, d6, v128.load(cell), scratch + x, 128, points);
    from += cellBytes;
  }
  for (let y: usize = 0; y < 1024; y += 128) {
    const row = scratch + y;
    mix(
      v128.load(row),
      v128.load(row, 16),
      v128.load(row, 32),
      v128.load(row, 48),
      v128.load(row, 64),
      v128.load(row, 80),
      v128.load(row, 96),
      v128.load(row, 112),
      to,
      position,
      points,
    );
    to += 8 * position;
  }
}

/**
 * Bᵀ d for one column, eight results `step` bytes apart; each point with its opposite: even powers plus and minus odd
 * ones.
 */
// @ts-ignore: AssemblyScript's decorator
@inline
function mix(
  d0: v128,
  d1: v128,
  d2: v128,
  d3: v128,
  d4: v128,
  d5: v128,
  d6: v128,
  d7: v128,
  to: usize,
  step: usize,
  points: usize,
): void {
  const middle = v128.load(points, inputMiddle);
  v128.store(to, madd(middle, f32x4.sub(d2, d4), f32x4.sub(d6, d0)));
  const last = madd(middle, f32x4.sub(d3, d5), f32x4.sub(d7, d1));
  const near = v128.load(points, inputNear);
  const nearEven = madd(near, d4, f32x4.add(d2, d6));
  const nearOdd = madd(near, d3, f32x4.add(d1, d5));
  to += step;
  v128.store(to, f32x4.add(nearEven, nearOdd));
  to += step;
  v128.store(to, f32x4.sub(nearEven, nearOdd));
  const inner = v128.load(points, inputHalf);
  const large = v128.load(points, four);
  const halfEven = madd(large, d2, madd(inner, d4, d6));
  const halfOdd = f32x4.mul(v128.load(points, half), madd(large, d1, madd(inner, d3, d5)));
  to += step;
  v128.store(to, f32x4.add(halfEven, halfOdd));
  to += step;
  v128.store(to, f32x4.sub(halfEven, halfOdd));
  const far = v128.load(points, inputFar);
  const small = v128.load(points, quarter);
  const farEven = madd(small, d2, madd(far, d4, d6));
  const farOdd = f32x4.mul(v128.load(points, two), madd(small, d1, madd(far, d3, d5)));
  to += step;
  v128.store(to, f32x4.add(farEven, farOdd));
  to += step;
  v128.store(to, f32x4.sub(farEven, farOdd));
  to += step;
  v128.store(to, last);
}
