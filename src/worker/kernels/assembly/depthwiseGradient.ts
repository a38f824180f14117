import { loadPartly, madd, storePartly } from './simd';

/** Room for the addresses of the taps that reach one cell, 9 at most, and of the outputs that they come from. */
export function depthwiseGradientScratchBytes(): i32 {
  return 9 * 8;
}

/**
 * Input gradient of a depthwise 3×3 convolution: every cell of the picture gathers what the windows over it give back.
 * With stride 2 that is one to four products a cell.
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
      for (let x = 0; x < width; x++) {
        let terms = 0;
        for (let i = (y + padTop) % stride; i < 3; i += stride) {
          const row = (y + padTop - i) / stride;
          if (y + padTop < i || row >= rows) continue;
          for (let j = (x + padLeft) % stride; j < 3; j += stride) {
            const column = (x + padLeft - j) / stride;
            if (x + padLeft < j || column >= columns) continue;
            store<u32>(scratch + terms * 8, <u32>(dy + ((b * rows + row) * columns + column) * cellBytes));
            store<u32>(scratch + terms * 8, <u32>(filter + (i * 3 + j) * cellBytes), 4);
            terms++;
          }
        }
        gather(scratch, terms, dx, channels);
        dx += cellBytes;
      }
    }
  }
}

/** Σ output × tap over the terms, for all channels of a cell. */
function gather(terms: usize, count: i32, to: usize, channels: i32): void {
  if (count == 1) return gatherOne(terms, to, channels);
  if (count == 2) return gatherTwo(terms, to, channels);
  for (let channel = 0; channel < channels; channel += 4) {
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
  for (let channel = 0; channel < channels; channel += 4) {
    const left = channels - channel;
    const at: usize = channel * 4;
    storePartly(to + at, f32x4.mul(loadPartly(output + at, left), loadPartly(tap + at, left)), left);
  }
}

function gatherTwo(terms: usize, to: usize, channels: i32): void {
  const output0: usize = load<u32>(terms);
  const tap0: usize = load<u32>(terms, 4);
  const output1: usize = load<u32>(terms, 8);
  const tap1: usize = load<u32>(terms, 12);
  for (let channel = 0; channel < channels; channel += 4) {
    const left = channels - channel;
    const at: usize = channel * 4;
    const first = f32x4.mul(loadPartly(output0 + at, left), loadPartly(tap0 + at, left));
    storePartly(to + at, madd(loadPartly(output1 + at, left), loadPartly(tap1 + at, left), first), left);
  }
}
