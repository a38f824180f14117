import { loadPartly, storePartly } from './simd';

/**
 * Puts one phase (r, r') of a picture in its place: cell (q·s + r − top, q'·s + r' − left) of the result is cell (q,
 * q') of the phase; what falls outside the result is left out.
 * @param phase first channel of the phase's first cell; cells are `cellBytes` apart, [batch, rows, columns]
 * @param result [batch, height, width, channels]
 * @param rowOffset r − top
 * @param columnOffset r' − left
 */
export function interleavePhase(
  phase: usize,
  cellBytes: i32,
  batch: i32,
  rows: i32,
  columns: i32,
  channels: i32,
  result: usize,
  height: i32,
  width: i32,
  stride: i32,
  rowOffset: i32,
  columnOffset: i32,
): void {
  for (let b = 0; b < batch; b++) {
    for (let q = 0; q < rows; q++) {
      const y = q * stride + rowOffset;
      if (y < 0 || y >= height) continue;
      for (let p = 0; p < columns; p++) {
        const x = p * stride + columnOffset;
        if (x < 0 || x >= width) continue;
        const from = phase + ((b * rows + q) * columns + p) * cellBytes;
        const to = result + ((b * height + y) * width + x) * channels * 4;
        for (let c = 0; c < channels; c += 4) {
          storePartly(to + c * 4, loadPartly(from + c * 4, channels - c), channels - c);
        }
      }
    }
  }
}
