import { panelGroupBytes } from './panels';
import { loadPartly, madd } from './simd';
import { far, near } from './winogradPoints';

/**
 * Copies the part of a 6×6 patch that lies inside the picture; zeros elsewhere and behind the last channel.
 * @param picture [height, width, channels]
 * @param patch [6, 6, channels rounded up to 4]
 */
export function copyPatch(
  picture: usize,
  patch: usize,
  top: i32,
  left: i32,
  height: i32,
  width: i32,
  channels: i32,
): void {
  const groups = (channels + 3) >> 2;
  memory.fill(patch, 0, 36 * groups * 16);
  for (let y = max(0, -top); y < min(6, height - top); y++) {
    for (let x = max(0, -left); x < min(6, width - left); x++) {
      const from = picture + ((top + y) * width + left + x) * channels * 4;
      const to = patch + (y * 6 + x) * groups * 16;
      for (let group = 0; group < groups; group++) {
        v128.store(to + group * 16, loadPartly(from + group * 16, channels - group * 4));
      }
    }
  }
}

/**
 * V = Bᵀ d B of a 6×6 patch, four channels at once (see `winograd`).
 * @param from first cell of the patch
 * @param rowBytes from a cell to the one below
 * @param cellBytes from a cell to the one to the right
 * @param to first of 36 results, `position` bytes apart
 * @param scratch 36 vectors
 */
// @ts-ignore: AssemblyScript's decorator
@inline
function transformPatch(
  from: usize,
  rowBytes: usize,
  cellBytes: usize,
  to: usize,
  position: usize,
  scratch: usize,
): void {
  for (let x: usize = 0; x < 6; x++) {
    const cell = from + x * cellBytes;
    mix(
      v128.load(cell),
      v128.load(cell + rowBytes),
      v128.load(cell + 2 * rowBytes),
      v128.load(cell + 3 * rowBytes),
      v128.load(cell + 4 * rowBytes),
      v128.load(cell + 5 * rowBytes),
      scratch + x * 16,
      96,
    );
  }
  for (let y: usize = 0; y < 6; y++) {
    const row = scratch + y * 96;
    mix(
      v128.load(row),
      v128.load(row, 16),
      v128.load(row, 32),
      v128.load(row, 48),
      v128.load(row, 64),
      v128.load(row, 80),
      to + y * 6 * position,
      position,
    );
  }
}

/** Bᵀ d for one column, six results `step` bytes apart. */
// @ts-ignore: AssemblyScript's decorator
@inline
function mix(d0: v128, d1: v128, d2: v128, d3: v128, d4: v128, d5: v128, to: usize, step: usize): void {
  const minusHalf = f32x4.splat(-0.5);
  const minusTwo = f32x4.splat(-2);
  const middle = f32x4.splat(-2.5);
  v128.store(to, madd(middle, d2, f32x4.add(d0, d4)));
  const nearEven = madd(minusTwo, d2, d4);
  const nearOdd = f32x4.mul(f32x4.splat(near), madd(minusTwo, d1, d3));
  v128.store(to + step, f32x4.add(nearEven, nearOdd));
  v128.store(to + 2 * step, f32x4.sub(nearEven, nearOdd));
  const farEven = madd(minusHalf, d2, d4);
  const farOdd = f32x4.mul(f32x4.splat(far), madd(minusHalf, d1, d3));
  v128.store(to + 3 * step, f32x4.add(farEven, farOdd));
  v128.store(to + 4 * step, f32x4.sub(farEven, farOdd));
  v128.store(to + 5 * step, madd(middle, d3, f32x4.add(d1, d5)));
}

/**
 * One panel of tiles for all 36 products, channel group by channel group so that its lines are written whole.
 * @param table for each tile: address of its patch, bytes a row, bytes a cell (u32)
 * @param to [36, `position` bytes apart][groups][6][4]
 */
export function transformPanel(
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
      transformPatch(
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
