import { loadPartly, madd, roundUp, storePartly } from './simd';

/** One row of the picture, mirrored at both ends. */
// @ts-ignore: AssemblyScript's decorator
@inline
function rowFloats(width: i32, channels: i32, radius: i32): i32 {
  return roundUp((width + 2 * radius) * channels, 4) + 4;
}

/** Bytes of scratch that `blur` needs: a row, and where the rows under the taps begin. */
export function blurScratchBytes(width: i32, channels: i32, radius: i32): i32 {
  return (rowFloats(width, channels, radius) + roundUp(2 * radius + 1, 4)) * 4;
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
  const count = 2 * radius + 1;
  const middle = scratch + radius * channels * 4;
  const rows = scratch + rowFloats(width, channels, radius) * 4;
  for (let row = 0; row < height; row++) {
    for (let tap = 0; tap < count; tap++) {
      store<u32>(rows + tap * 4, <u32>(x + mirrored(row + tap - radius, height) * floats * 4));
    }
    addDown(rows, taps, count, middle, floats);
    for (let cell = 1; cell <= radius; cell++) {
      memory.copy(middle - cell * channels * 4, middle + cell * channels * 4, channels * 4);
      memory.copy(
        middle + (width - 1 + cell) * channels * 4,
        middle + (width - 1 - cell) * channels * 4,
        channels * 4,
      );
    }
    addAcross(scratch, taps, count, channels * 4, y + row * floats * 4, floats);
  }
}

/** The weighted sum of `count` rows, sixteen floats at once in registers. */
function addDown(rows: usize, taps: usize, count: i32, to: usize, floats: i32): void {
  let i = 0;
  for (; i + 16 <= floats; i += 16) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    for (let tap = 0; tap < count; tap++) {
      const weight = v128.load32_splat(taps + tap * 4);
      const from: usize = load<u32>(rows + tap * 4) + i * 4;
      a = madd(weight, v128.load(from), a);
      b = madd(weight, v128.load(from, 16), b);
      c = madd(weight, v128.load(from, 32), c);
      d = madd(weight, v128.load(from, 48), d);
    }
    v128.store(to + i * 4, a);
    v128.store(to + i * 4, b, 16);
    v128.store(to + i * 4, c, 32);
    v128.store(to + i * 4, d, 48);
  }
  for (; i < floats; i += 4) {
    let sum = f32x4.splat(0);
    for (let tap = 0; tap < count; tap++) {
      const from: usize = load<u32>(rows + tap * 4) + i * 4;
      sum = madd(v128.load32_splat(taps + tap * 4), loadPartly(from, floats - i), sum);
    }
    v128.store(to + i * 4, sum);
  }
}

/** The weighted sum of `count` runs of one row, each a cell behind the one before. */
function addAcross(from: usize, taps: usize, count: i32, cellBytes: i32, to: usize, floats: i32): void {
  let i = 0;
  for (; i + 16 <= floats; i += 16) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    let run = from + i * 4;
    for (let tap = 0; tap < count; tap++) {
      const weight = v128.load32_splat(taps + tap * 4);
      a = madd(weight, v128.load(run), a);
      b = madd(weight, v128.load(run, 16), b);
      c = madd(weight, v128.load(run, 32), c);
      d = madd(weight, v128.load(run, 48), d);
      run += cellBytes;
    }
    v128.store(to + i * 4, a);
    v128.store(to + i * 4, b, 16);
    v128.store(to + i * 4, c, 32);
    v128.store(to + i * 4, d, 48);
  }
  for (; i < floats; i += 4) {
    let sum = f32x4.splat(0);
    for (let tap = 0; tap < count; tap++) {
      sum = madd(v128.load32_splat(taps + tap * 4), v128.load(from + i * 4 + tap * cellBytes), sum);
    }
    storePartly(to + i * 4, sum, floats - i);
  }
}
