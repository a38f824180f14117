import { clamp, loadPartly, madd, storePartly } from './simd';

/**
 * Depthwise 3×3 convolution, bias and activation.
 * @param x [batch, height, width, channels]
 * @param filter [3, 3, channels]
 * @param bias [channels], or 0 for none
 * @param y [batch, outHeight, outWidth, channels]
 * @param low, high bounds of the activation
 */
export function depthwise(
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  stride: i32,
  padTop: i32,
  padLeft: i32,
  low: f32,
  high: f32,
): void {
  const cellBytes = channels * 4;
  // Columns whose window lies inside the picture.
  const from = min(outWidth, (padLeft + stride - 1) / stride);
  const reach = width + padLeft - 3;
  const to = reach < 0 ? from : max(from, min(outWidth, reach / stride + 1));
  for (let b = 0; b < batch; b++) {
    for (let row = 0; row < outHeight; row++) {
      const top = row * stride - padTop;
      const whole = top >= 0 && top + 3 <= height;
      const begin = whole ? from : 0;
      const line = x + b * height * width * cellBytes;
      const result = y + (b * outHeight + row) * outWidth * cellBytes;
      for (let channel = 0; channel < channels; channel += 4) {
        const count = channels - channel;
        const offset = bias == 0 ? f32x4.splat(0) : loadPartly(bias + channel * 4, count);
        const taps = filter + channel * 4;
        const input = line + channel * 4;
        const output = result + channel * 4;
        let column = 0;
        for (; column < begin; column++) {
          edge(input, taps, output, top, column, stride, padLeft, height, width, cellBytes, count, offset, low, high);
        }
        if (whole && count >= 4) {
          const cell = input + (top * width + from * stride - padLeft) * cellBytes;
          inside(cell, taps, output + from * cellBytes, to - from, stride, width, cellBytes, offset, low, high);
          column = to;
        }
        for (; column < outWidth; column++) {
          edge(input, taps, output, top, column, stride, padLeft, height, width, cellBytes, count, offset, low, high);
        }
      }
    }
  }
}

/** One output, its window cut off at the picture's edges. */
function edge(
  input: usize,
  taps: usize,
  output: usize,
  top: i32,
  column: i32,
  stride: i32,
  padLeft: i32,
  height: i32,
  width: i32,
  cellBytes: i32,
  count: i32,
  offset: v128,
  low: f32,
  high: f32,
): void {
  const left = column * stride - padLeft;
  let sum = offset;
  for (let i = max(0, -top); i < min(3, height - top); i++) {
    for (let j = max(0, -left); j < min(3, width - left); j++) {
      const cell = loadPartly(input + ((top + i) * width + left + j) * cellBytes, count);
      sum = madd(loadPartly(taps + (i * 3 + j) * cellBytes, count), cell, sum);
    }
  }
  storePartly(output + column * cellBytes, clamp(sum, f32x4.splat(low), f32x4.splat(high)), count);
}

/** A run of outputs of four channels, four at once: each tap is loaded once for all, with stride 1 most cells for three. */
function inside(
  input: usize,
  taps: usize,
  output: usize,
  outputs: i32,
  stride: i32,
  width: i32,
  cellBytes: i32,
  offset: v128,
  low: f32,
  high: f32,
): void {
  const lows = f32x4.splat(low);
  const highs = f32x4.splat(high);
  const lineBytes = width * cellBytes;
  const step = stride * cellBytes;
  let left = outputs;
  for (; left >= 4; left -= 4) {
    let s0 = offset;
    let s1 = offset;
    let s2 = offset;
    let s3 = offset;
    for (let i = 0; i < 3; i++) {
      const cell = input + i * lineBytes;
      const tap = taps + i * 3 * cellBytes;
      const t0 = v128.load(tap);
      const t1 = v128.load(tap + cellBytes);
      const t2 = v128.load(tap + 2 * cellBytes);
      if (stride == 1) {
        const x0 = v128.load(cell);
        const x1 = v128.load(cell + cellBytes);
        const x2 = v128.load(cell + 2 * cellBytes);
        const x3 = v128.load(cell + 3 * cellBytes);
        const x4 = v128.load(cell + 4 * cellBytes);
        const x5 = v128.load(cell + 5 * cellBytes);
        s0 = madd(t2, x2, madd(t1, x1, madd(t0, x0, s0)));
        s1 = madd(t2, x3, madd(t1, x2, madd(t0, x1, s1)));
        s2 = madd(t2, x4, madd(t1, x3, madd(t0, x2, s2)));
        s3 = madd(t2, x5, madd(t1, x4, madd(t0, x3, s3)));
      } else {
        s0 = three(cell, cellBytes, t0, t1, t2, s0);
        s1 = three(cell + step, cellBytes, t0, t1, t2, s1);
        s2 = three(cell + 2 * step, cellBytes, t0, t1, t2, s2);
        s3 = three(cell + 3 * step, cellBytes, t0, t1, t2, s3);
      }
    }
    v128.store(output, clamp(s0, lows, highs));
    v128.store(output + cellBytes, clamp(s1, lows, highs));
    v128.store(output + 2 * cellBytes, clamp(s2, lows, highs));
    v128.store(output + 3 * cellBytes, clamp(s3, lows, highs));
    input += 4 * step;
    output += 4 * cellBytes;
  }
  for (; left > 0; left--) {
    let sum = offset;
    for (let i = 0; i < 3; i++) {
      const tap = taps + i * 3 * cellBytes;
      sum = three(
        input + i * lineBytes,
        cellBytes,
        v128.load(tap),
        v128.load(tap + cellBytes),
        v128.load(tap + 2 * cellBytes),
        sum,
      );
    }
    v128.store(output, clamp(sum, lows, highs));
    input += step;
    output += cellBytes;
  }
}

/** Three taps of one row of the window. */
// @ts-ignore: AssemblyScript's decorator
@inline
function three(cell: usize, cellBytes: i32, t0: v128, t1: v128, t2: v128, sum: v128): v128 {
  return madd(
    t2,
    v128.load(cell + 2 * cellBytes),
    madd(t1, v128.load(cell + cellBytes), madd(t0, v128.load(cell), sum)),
  );
}
