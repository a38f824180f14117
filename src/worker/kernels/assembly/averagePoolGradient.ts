import { loadPartly, storePartly } from './simd';

/**
 * Gradient of average pooling: each window's, spread evenly over those of its cells that lie inside the picture.
 * @param dy [batch, rows, columns, channels]
 * @param dx [batch, height, width, channels]
 */
export function averagePoolGradient(
  dy: usize,
  dx: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  rows: i32,
  columns: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  padTop: i32,
  padLeft: i32,
): void {
  const cellBytes = channels * 4;
  memory.fill(dx, 0, batch * height * width * cellBytes);
  for (let b = 0; b < batch; b++) {
    for (let row = 0; row < rows; row++) {
      const top = row * strideHeight - padTop;
      const y0 = max(0, top);
      const y1 = min(height, top + windowHeight);
      for (let column = 0; column < columns; column++) {
        const left = column * strideWidth - padLeft;
        const x0 = max(0, left);
        const x1 = min(width, left + windowWidth);
        const share = f32x4.splat(1 / <f32>((y1 - y0) * (x1 - x0)));
        for (let channel = 0; channel < channels; channel += 4) {
          const count = channels - channel;
          const value = f32x4.mul(loadPartly(dy + channel * 4, count), share);
          for (let y = y0; y < y1; y++) {
            let to = dx + ((b * height + y) * width + x0) * cellBytes + channel * 4;
            for (let x = x0; x < x1; x++) {
              storePartly(to, f32x4.add(loadPartly(to, count), value), count);
              to += cellBytes;
            }
          }
        }
        dy += cellBytes;
      }
    }
  }
}
