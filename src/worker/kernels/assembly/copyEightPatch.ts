import { copyRun } from './copyRun';
import { roundUp } from './simd';

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
