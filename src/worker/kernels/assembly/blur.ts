import { loadPartly, madd, roundUp, storePartly } from './simd';

/** Bytes of scratch that `blur` needs: one row of the picture, mirrored at both ends. */
export function blurScratchBytes(width: i32, channels: i32, radius: i32): i32 {
  return (roundUp((width + 2 * radius) * channels, 4) + 4) * 4;
}

/** Mirrors an index at the edges: … 2 1 0 1 2 … n−2 n−1 n−2 …; at most n − 1 beyond. */
// @ts-ignore: AssemblyScript's decorator
@inline
function mirrored(index: i32, count: i32): i32 {
  if (index < 0) return -index;
  return index < count ? index : 2 * (count - 1) - index;
}

/**
 * Blurs a picture by one line of taps down and the same across, mirrored at the edges (each edge cell once).
 * @param x [height, width, channels]
 * @param taps [2 · radius + 1]; the radius is smaller than height and width
 * @param y like x
 */
export function blur(
  x: usize,
  taps: usize,
  y: usize,
  scratch: usize,
  height: i32,
  width: i32,
  channels: i32,
  radius: i32,
): void {
  const floats = width * channels;
  const middle = scratch + radius * channels * 4;
  for (let row = 0; row < height; row++) {
    memory.fill(middle, 0, floats * 4);
    for (let tap = -radius; tap <= radius; tap++) {
      const from = x + mirrored(row + tap, height) * floats * 4;
      const weight = v128.load32_splat(taps + (tap + radius) * 4);
      for (let i = 0; i < floats; i += 4) {
        v128.store(middle + i * 4, madd(weight, loadPartly(from + i * 4, floats - i), v128.load(middle + i * 4)));
      }
    }
    for (let cell = 1; cell <= radius; cell++) {
      memory.copy(middle - cell * channels * 4, middle + cell * channels * 4, channels * 4);
      memory.copy(
        middle + (width - 1 + cell) * channels * 4,
        middle + (width - 1 - cell) * channels * 4,
        channels * 4,
      );
    }
    const to = y + row * floats * 4;
    for (let i = 0; i < floats; i += 4) {
      let sum = f32x4.splat(0);
      for (let tap = 0; tap <= 2 * radius; tap++) {
        sum = madd(v128.load32_splat(taps + tap * 4), v128.load(scratch + (tap * channels + i) * 4), sum);
      }
      storePartly(to + i * 4, sum, floats - i);
    }
  }
}
