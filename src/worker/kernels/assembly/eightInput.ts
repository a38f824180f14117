import { copyRun } from './copyRun';
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
 */
export function transformEightPanel(
  table: usize,
  tiles: i32,
  to: usize,
  position: usize,
  groups: i32,
  scratch: usize,
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
      );
    }
  }
}

/** V = Bᵀ d B of an 8×8 patch, four channels at once: columns into the scratch, then rows out of it. */
// @ts-ignore: AssemblyScript's decorator
@inline
function transformEightPatch(
  from: usize,
  rowBytes: usize,
  cellBytes: usize,
  to: usize,
  position: usize,
  scratch: usize,
): void {
  for (let x: usize = 0; x < 8; x++) {
    const cell = from + x * cellBytes;
    mix(
      v128.load(cell),
      v128.load(cell + rowBytes),
      v128.load(cell + 2 * rowBytes),
      v128.load(cell + 3 * rowBytes),
      v128.load(cell + 4 * rowBytes),
      v128.load(cell + 5 * rowBytes),
      v128.load(cell + 6 * rowBytes),
      v128.load(cell + 7 * rowBytes),
      scratch + x * 16,
      128,
    );
  }
  for (let y: usize = 0; y < 8; y++) {
    const row = scratch + y * 128;
    mix(
      v128.load(row),
      v128.load(row, 16),
      v128.load(row, 32),
      v128.load(row, 48),
      v128.load(row, 64),
      v128.load(row, 80),
      v128.load(row, 96),
      v128.load(row, 112),
      to + y * 8 * position,
      position,
    );
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
): void {
  const middle = f32x4.splat(5.25);
  v128.store(to, madd(middle, f32x4.sub(d2, d4), f32x4.sub(d6, d0)));
  v128.store(to + 7 * step, madd(middle, f32x4.sub(d3, d5), f32x4.sub(d7, d1)));
  const near = f32x4.splat(-4.25);
  mixPair(madd(near, d4, f32x4.add(d2, d6)), madd(near, d3, f32x4.add(d1, d5)), 1, to + step, step);
  const half = f32x4.splat(-5);
  const four = f32x4.splat(4);
  mixPair(madd(four, d2, madd(half, d4, d6)), madd(four, d1, madd(half, d3, d5)), 0.5, to + 3 * step, step);
  const far = f32x4.splat(-1.25);
  const quarter = f32x4.splat(0.25);
  mixPair(madd(quarter, d2, madd(far, d4, d6)), madd(quarter, d1, madd(far, d3, d5)), 2, to + 5 * step, step);
}

// @ts-ignore: AssemblyScript's decorator
@inline
function mixPair(even: v128, odd: v128, point: f32, to: usize, step: usize): void {
  const scaled = point == 1 ? odd : f32x4.mul(f32x4.splat(point), odd);
  v128.store(to, f32x4.add(even, scaled));
  v128.store(to + step, f32x4.sub(even, scaled));
}
