import { loadPartly, madd, storePartly } from './simd';

/** Room for what reaches one cell: 9 pairs of addresses at most, of an output and of a tap. */
export function depthwiseGradientScratchBytes(): i32 {
  return 9 * 8;
}

/**
 * Input gradient of a depthwise 3×3 convolution: every cell of the picture gathers what the windows over it give back.
 * With stride 2 that is one, two or four products a cell.
 * @param dy [batch, rows, columns, channels]
 * @param filter [3, 3, channels]
 * @param dx [batch, height, width, channels]
 */
export function depthwiseGradient(
  dy: usize,
  filter: usize,
  dx: usize,
  scratch: usize,
  batch: i32,
  rows: i32,
  columns: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
  padTop: i32,
  padLeft: i32,
): void {
  const cellBytes = channels * 4;
  for (let b = 0; b < batch; b++) {
    for (let y = 0; y < height; y++) {
      const firstRow = (y + padTop) / stride;
      const firstTap = (y + padTop) % stride;
      // Window column `tap` of output `column` lies over the cell, and every `stride`-th to the right of it.
      let column = padLeft / stride;
      let tap = padLeft % stride;
      for (let x = 0; x < width; x++) {
        let terms = 0;
        for (let i = firstTap, row = firstRow; i < 3 && row >= 0; i += stride, row--) {
          if (row >= rows) continue;
          for (let j = tap, at = column; j < 3 && at >= 0; j += stride, at--) {
            if (at >= columns) continue;
            store<u32>(scratch + terms * 8, <u32>(dy + ((b * rows + row) * columns + at) * cellBytes));
            store<u32>(scratch + terms * 8, <u32>(filter + (i * 3 + j) * cellBytes), 4);
            terms++;
          }
        }
        gather(scratch, terms, dx, channels);
        dx += cellBytes;
        if (++tap == stride) {
          tap = 0;
          column++;
        }
      }
    }
  }
}

/** Σ output × tap over the terms, for all channels of a cell. */
function gather(terms: usize, count: i32, to: usize, channels: i32): void {
  const whole = channels & ~3;
  if (count == 1) gatherOne(terms, to, whole);
  else if (count == 2) gatherTwo(terms, to, whole);
  else if (count == 4) gatherFour(terms, to, whole);
  else gatherAny(terms, count, to, 0, whole);
  if (whole < channels) gatherAny(terms, count, to, whole, channels);
}

function gatherAny(terms: usize, count: i32, to: usize, from: i32, channels: i32): void {
  for (let channel = from; channel < channels; channel += 4) {
    const left = channels - channel;
    let sum = f32x4.splat(0);
    for (let term = 0; term < count; term++) {
      const output = loadPartly(load<u32>(terms + term * 8) + channel * 4, left);
      sum = madd(output, loadPartly(load<u32>(terms + term * 8, 4) + channel * 4, left), sum);
    }
    storePartly(to + channel * 4, sum, left);
  }
}

function gatherOne(terms: usize, to: usize, channels: i32): void {
  const output: usize = load<u32>(terms);
  const tap: usize = load<u32>(terms, 4);
  for (let at: usize = 0; at < <usize>(channels * 4); at += 16) {
    v128.store(to + at, f32x4.mul(v128.load(output + at), v128.load(tap + at)));
  }
}

function gatherTwo(terms: usize, to: usize, channels: i32): void {
  const output0: usize = load<u32>(terms);
  const tap0: usize = load<u32>(terms, 4);
  const output1: usize = load<u32>(terms, 8);
  const tap1: usize = load<u32>(terms, 12);
  for (let at: usize = 0; at < <usize>(channels * 4); at += 16) {
    const first = f32x4.mul(v128.load(output0 + at), v128.load(tap0 + at));
    v128.store(to + at, madd(v128.load(output1 + at), v128.load(tap1 + at), first));
  }
}

function gatherFour(terms: usize, to: usize, channels: i32): void {
  const output0: usize = load<u32>(terms);
  const tap0: usize = load<u32>(terms, 4);
  const output1: usize = load<u32>(terms, 8);
  const tap1: usize = load<u32>(terms, 12);
  const output2: usize = load<u32>(terms, 16);
  const tap2: usize = load<u32>(terms, 20);
  const output3: usize = load<u32>(terms, 24);
  const tap3: usize = load<u32>(terms, 28);
  for (let at: usize = 0; at < <usize>(channels * 4); at += 16) {
    let sum = f32x4.mul(v128.load(output0 + at), v128.load(tap0 + at));
    sum = madd(v128.load(output1 + at), v128.load(tap1 + at), sum);
    sum = madd(v128.load(output2 + at), v128.load(tap2 + at), sum);
    v128.store(to + at, madd(v128.load(output3 + at), v128.load(tap3 + at), sum));
  }
}
