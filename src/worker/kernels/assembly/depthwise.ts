import { clamp, loadPartly, madd, roundUp, storePartly } from './simd';

/** Bytes that `packTaps` writes. */
export function packedTapsBytes(channels: i32): i32 {
  return roundUp(channels, 4) * 36;
}

/**
 * @param from [3, 3, channels]
 * @param to [channels / 4][9][4], filled up with zeros
 */
export function packTaps(from: usize, to: usize, channels: i32): void {
  for (let channel = 0; channel < channels; channel += 4) {
    for (let tap = 0; tap < 9; tap++) {
      v128.store(to, loadPartly(from + (tap * channels + channel) * 4, channels - channel));
      to += 16;
    }
  }
}

/**
 * Depthwise 3×3 convolution, bias and activation.
 * @param x [batch, height, width, channels]
 * @param taps what `packTaps` wrote
 * @param bias [channels], or 0 for none
 * @param y [batch, outHeight, outWidth, channels]
 * @param low, high bounds of the activation
 */
export function depthwise(
  x: usize,
  taps: usize,
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
  const lows = f32x4.splat(low);
  const highs = f32x4.splat(high);
  const cellBytes = channels * 4;
  const step = stride * cellBytes;
  const lineBytes = width * cellBytes;
  for (let b = 0; b < batch; b++) {
    for (let row = 0; row < outHeight; row++) {
      const top = row * stride - padTop;
      const picture = x + b * height * lineBytes;
      let output = y + (b * outHeight + row) * outWidth * cellBytes;
      let column = 0;
      while (column < outWidth) {
        const left = column * stride - padLeft;
        const inside = top >= 0 && top + 3 <= height && left >= 0;
        const input = picture + top * lineBytes + left * cellBytes;
        if (inside && column + 4 <= outWidth && left + 3 * stride + 3 <= width) {
          fourCells(input, taps, bias, output, channels, lineBytes, step, lows, highs);
          column += 4;
          output += 4 * cellBytes;
          continue;
        }
        if (inside && left + 3 <= width) oneCell(input, taps, bias, output, channels, lineBytes, lows, highs);
        else edgeCell(picture, taps, bias, output, top, left, height, width, channels, lows, highs);
        column++;
        output += cellBytes;
      }
    }
  }
}

/** One output, its window cut off at the picture's edges. */
function edgeCell(
  picture: usize,
  taps: usize,
  bias: usize,
  output: usize,
  top: i32,
  left: i32,
  height: i32,
  width: i32,
  channels: i32,
  lows: v128,
  highs: v128,
): void {
  for (let channel = 0; channel < channels; channel += 4) {
    const count = channels - channel;
    let sum = bias == 0 ? f32x4.splat(0) : loadPartly(bias + channel * 4, count);
    for (let i = max(0, -top); i < min(3, height - top); i++) {
      for (let j = max(0, -left); j < min(3, width - left); j++) {
        const cell = loadPartly(picture + (((top + i) * width + left + j) * channels + channel) * 4, count);
        sum = madd(v128.load(taps + (i * 3 + j) * 16), cell, sum);
      }
    }
    storePartly(output + channel * 4, clamp(sum, lows, highs), count);
    taps += 144;
  }
}

/** One output whose window lies inside the picture. */
function oneCell(
  input: usize,
  taps: usize,
  bias: usize,
  output: usize,
  channels: i32,
  lineBytes: i32,
  lows: v128,
  highs: v128,
): void {
  const cellBytes = channels * 4;
  let channel = 0;
  for (; channel + 4 <= channels; channel += 4) {
    let sum = bias == 0 ? f32x4.splat(0) : v128.load(bias + channel * 4);
    const cell = input + channel * 4;
    sum = three(cell, cellBytes, v128.load(taps), v128.load(taps, 16), v128.load(taps, 32), sum);
    sum = three(cell + lineBytes, cellBytes, v128.load(taps, 48), v128.load(taps, 64), v128.load(taps, 80), sum);
    sum = three(cell + 2 * lineBytes, cellBytes, v128.load(taps, 96), v128.load(taps, 112), v128.load(taps, 128), sum);
    v128.store(output + channel * 4, clamp(sum, lows, highs));
    taps += 144;
  }
  if (channel < channels) lastChannels(input, taps, bias, output, channel, channels, lineBytes, lows, highs);
}

/** The one to three channels behind the last whole four. */
function lastChannels(
  input: usize,
  taps: usize,
  bias: usize,
  output: usize,
  channel: i32,
  channels: i32,
  lineBytes: i32,
  lows: v128,
  highs: v128,
): void {
  const count = channels - channel;
  const cell = input + channel * 4;
  let sum = bias == 0 ? f32x4.splat(0) : loadPartly(bias + channel * 4, count);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const value = loadPartly(cell + i * lineBytes + j * channels * 4, count);
      sum = madd(v128.load(taps + (i * 3 + j) * 16), value, sum);
    }
  }
  storePartly(output + channel * 4, clamp(sum, lows, highs), count);
}

/** Four outputs side by side: each tap is loaded once for all, with stride 1 most cells once for three. */
function fourCells(
  input: usize,
  taps: usize,
  bias: usize,
  output: usize,
  channels: i32,
  lineBytes: i32,
  step: i32,
  lows: v128,
  highs: v128,
): void {
  const cellBytes = channels * 4;
  const near = step == cellBytes;
  let tap = taps;
  let channel = 0;
  for (; channel + 4 <= channels; channel += 4) {
    let s0 = bias == 0 ? f32x4.splat(0) : v128.load(bias + channel * 4);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let cell = input + channel * 4;
    for (let i = 0; i < 3; i++) {
      const t0 = v128.load(tap);
      const t1 = v128.load(tap, 16);
      const t2 = v128.load(tap, 32);
      if (near) {
        const x2 = v128.load(cell + 2 * cellBytes);
        const x3 = v128.load(cell + 3 * cellBytes);
        let x = v128.load(cell);
        s0 = madd(t0, x, s0);
        x = v128.load(cell + cellBytes);
        s0 = madd(t2, x2, madd(t1, x, s0));
        s1 = madd(t2, x3, madd(t1, x2, madd(t0, x, s1)));
        x = v128.load(cell + 4 * cellBytes);
        s2 = madd(t2, x, madd(t1, x3, madd(t0, x2, s2)));
        s3 = madd(t1, x, madd(t0, x3, s3));
        s3 = madd(t2, v128.load(cell + 5 * cellBytes), s3);
      } else {
        s0 = three(cell, cellBytes, t0, t1, t2, s0);
        s1 = three(cell + step, cellBytes, t0, t1, t2, s1);
        s2 = three(cell + 2 * step, cellBytes, t0, t1, t2, s2);
        s3 = three(cell + 3 * step, cellBytes, t0, t1, t2, s3);
      }
      cell += lineBytes;
      tap += 48;
    }
    const to = output + channel * 4;
    v128.store(to, clamp(s0, lows, highs));
    v128.store(to + cellBytes, clamp(s1, lows, highs));
    v128.store(to + 2 * cellBytes, clamp(s2, lows, highs));
    v128.store(to + 3 * cellBytes, clamp(s3, lows, highs));
  }
  if (channel == channels) return;
  for (let i = 0; i < 4; i++) {
    lastChannels(input + i * step, tap, bias, output + i * cellBytes, channel, channels, lineBytes, lows, highs);
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
