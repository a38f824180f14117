import { copyRun } from './copyRun';
import { four, half, inputFar, inputHalf, inputMiddle, inputNear, quarter, two } from './eightPoints';
import { panelGroupBytes } from './panels';
import { madd, roundUp } from './simd';

/**
 * Copies a patch of 8×8 cells; zeros outside the picture and behind the last channel. With a stride, a cell holds the
 * stride × stride pixels of all phases, row by row.
 * @param picture [height, width, channels]
 * @param patch [8, 8, phases · channels, rounded up to 4]
 * @param top, left first pixel
 */
export function copyEightPatch(
  picture: usize,
  patch: usize,
  top: i32,
  left: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
): void {
  const run = stride * channels;
  const cellBytes = roundUp(stride * run, 4) * 4;
  if (stride == 1 && cellBytes == run * 4) return copyPlainPatch(picture, patch, top, left, height, width, channels);
  const side = 8 * stride;
  const whole = left >= 0 && left + side <= width;
  if (!whole || top < 0 || top + side > height || (run * stride & 3) != 0) memory.fill(patch, 0, 64 * cellBytes);
  for (let row = max(0, -top); row < min(side, height - top); row++) {
    const from = picture + ((top + row) * width + left) * channels * 4;
    const to = patch + (row / stride) * 8 * cellBytes + (row % stride) * run * 4;
    if (whole) {
      if (run == 6) copySixes(from, to, cellBytes);
      else for (let x = 0; x < 8; x++) copyRun(from + x * run * 4, to + x * cellBytes, run);
    } else {
      for (let x = max(0, -left); x < min(side, width - left); x++) {
        copyRun(from + x * channels * 4, to + (x / stride) * cellBytes + (x % stride) * channels * 4, channels);
      }
    }
  }
}

/** Whole rows at once: cells lie side by side in picture and patch. */
function copyPlainPatch(
  picture: usize,
  patch: usize,
  top: i32,
  left: i32,
  height: i32,
  width: i32,
  channels: i32,
): void {
  const cellBytes = channels * 4;
  const before = min(8, max(0, -left)) * channels;
  const inside = max(0, min(8, width - left) * channels - before);
  const after = 8 * channels - before - inside;
  for (let row = 0; row < 8; row++) {
    const to = patch + row * 8 * cellBytes;
    const y = top + row;
    if (y < 0 || y >= height) {
      clearRun(to, 8 * channels);
      continue;
    }
    clearRun(to, before);
    copyRun(picture + (y * width + left) * cellBytes + before * 4, to + before * 4, inside);
    clearRun(to + (before + inside) * 4, after);
  }
}

/** Sets `count` floats, a multiple of 4, to 0. */
// @ts-ignore: AssemblyScript's decorator
@inline
function clearRun(to: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) v128.store(to + i * 4, f32x4.splat(0));
}

/** Two RGB pixels for each of eight cells. */
function copySixes(from: usize, to: usize, cellBytes: usize): void {
  for (let x = 0; x < 8; x++) {
    v128.store(to, v128.load(from));
    store<u64>(to, load<u64>(from, 16), 16);
    from += 24;
    to += cellBytes;
  }
}

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
 * V = Bᵀ d B of an 8×8 patch, four channels at once: columns into the scratch, then rows out of it. Addresses go from one to
 * the next, one addition each.
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

/** Bᵀ d for one column, eight results `step` bytes apart; each point with its opposite: even powers plus and minus odd ones. */
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
