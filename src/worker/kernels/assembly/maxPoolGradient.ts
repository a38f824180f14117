import { loadPartly, storePartly } from './simd';

/**
 * Values closer to the largest than this share of it differ by the rounding of the convolution before. Measured: equal
 * patches come out at most 4e-7 apart with six points (VGG-style networks), 1e-6 in nine of ten cases with eight (7×7,
 * stride 2); different ones hardly ever less than 4e-6.
 */
const rounding: f32 = 1.0 / 524288.0;

/**
 * Gradient of max pooling: each window's goes to its largest cell, to the first of several (as in PyTorch).
 *
 * Equal patches of a picture give equal outputs in a direct convolution, but outputs apart by a rounding in Winograd's,
 * depending on their place in the tile. What lies within that rounding counts as equal here, so that both
 * choose the same cell.
 * @param x [batch, height, width, channels]
 * @param dy [batch, outHeight, outWidth, channels]
 * @param dx like x
 */
export function maxPoolGradient(
  x: usize,
  dy: usize,
  dx: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  padTop: i32,
  padLeft: i32,
): void {
  memory.fill(dx, 0, batch * height * width * channels * 4);
  for (let b = 0; b < batch; b++) {
    const offset = b * height * width * channels * 4;
    for (let row = 0; row < outHeight; row++) {
      const top = row * strideHeight - padTop;
      const y0 = max(0, top);
      const y1 = min(height, top + windowHeight);
      for (let column = 0; column < outWidth; column++) {
        const left = column * strideWidth - padLeft;
        const x0 = max(0, left);
        const x1 = min(width, left + windowWidth);
        scatterWindow(x + offset, dx + offset, dy, y0, y1, x0, x1, width, channels);
        dy += channels * 4;
      }
    }
  }
}

/** Rows y0 to y1 and columns x0 to x1 of one window, four channels at once. */
function scatterWindow(
  x: usize,
  dx: usize,
  dy: usize,
  y0: i32,
  y1: i32,
  x0: i32,
  x1: i32,
  width: i32,
  channels: i32,
): void {
  const first = (y0 * width + x0) * channels * 4;
  const cellBytes = channels * 4;
  // From behind a row's last cell to the first of the next.
  const rowGap = (width - (x1 - x0)) * cellBytes;
  const rows = y1 - y0;
  const columns = x1 - x0;
  for (let channel = 0; channel < channels; channel += 4) {
    const count = channels - channel;
    const cell = x + first + channel * 4;
    const to = dx + first + channel * 4;
    const from = dy + channel * 4;
    // With a count that is known when it is compiled, no cell asks for it.
    if (count >= 4) scatterFour(cell, to, from, rows, columns, cellBytes, rowGap, 4);
    else scatterFour(cell, to, from, rows, columns, cellBytes, rowGap, count);
  }
}

// @ts-ignore: AssemblyScript's decorator
@inline
function scatterFour(
  x: usize,
  dx: usize,
  dy: usize,
  rows: i32,
  columns: i32,
  cellBytes: usize,
  rowGap: usize,
  count: i32,
): void {
  let cell = x;
  let best = loadPartly(cell, count);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      best = f32x4.pmax(best, loadPartly(cell, count));
      cell += cellBytes;
    }
    cell += rowGap;
  }
  const enough = f32x4.sub(best, f32x4.mul(f32x4.abs(best), f32x4.splat(rounding)));
  let left = loadPartly(dy, count);
  cell = x;
  let to = dx;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const chosen = f32x4.ge(loadPartly(cell, count), enough);
      storePartly(to, f32x4.add(loadPartly(to, count), v128.and(left, chosen)), count);
      left = v128.andnot(left, chosen);
      cell += cellBytes;
      to += cellBytes;
    }
    cell += rowGap;
    to += rowGap;
  }
}
