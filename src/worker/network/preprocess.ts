import type { Picture } from '../../shared/ascent';
import type { Preprocessing } from '../../shared/network';
import { luma } from '../../shared/raster/luma';

/** For each channel of the network's input, in its own order: input = pixel × scale + offset, pixel in 0..255. */
export function pixelToInput({ mean, scale }: Preprocessing): { scale: number; offset: readonly number[] } {
  return { scale, offset: [0, 1, 2].map((c) => -(mean[c] ?? 0) * scale) };
}

/** RGB channel that feeds input channel c, and the other way round: the swap is its own inverse. */
export const channelOrder = ({ order }: Preprocessing): readonly [number, number, number] =>
  order === 'bgr' ? [2, 1, 0] : [0, 1, 2];

/** Writes a picture's network-input values [height, width, 3] from `start` on. Alpha does not count. */
export function writeInput({ rgba }: Picture, preprocessing: Preprocessing, values: Float32Array, start = 0): void {
  const { scale, offset } = pixelToInput(preprocessing);
  const order = channelOrder(preprocessing);
  if (preprocessing.order === 'grey') {
    for (let from = 0, to = start; from < rgba.length; from += 4, to += 3) {
      const pixel = luma(rgba[from] ?? 0, rgba[from + 1] ?? 0, rgba[from + 2] ?? 0);
      values.fill(pixel * scale + (offset[0] ?? 0), to, to + 3);
    }
    return;
  }
  for (let from = 0, to = start; from < rgba.length; from += 4) {
    for (let c = 0; c < 3; c++, to++) values[to] = (rgba[from + (order[c] ?? c)] ?? 0) * scale + (offset[c] ?? 0);
  }
}

/** Pixels 0..255 (not rounded, not clipped), RGB, from network-input values, HWC. */
export function inputToPixels(values: Float32Array, preprocessing: Preprocessing): Float32Array {
  const { scale, offset } = pixelToInput(preprocessing);
  const [first = 0, second = 0, third = 0] = offset;
  const [a, b, c] = channelOrder(preprocessing);
  const pixels = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += 3) {
    pixels[i + a] = ((values[i] as number) - first) / scale;
    pixels[i + b] = ((values[i + 1] as number) - second) / scale;
    pixels[i + c] = ((values[i + 2] as number) - third) / scale;
  }
  return pixels;
}

/**
 * The same values [height, width, 3] with each pixel's mean in its three channels: what a network with one reads of
 * them.
 */
export function greyValues(values: Float32Array): Float32Array {
  const grey = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += 3)
    grey.fill(((values[i] ?? 0) + (values[i + 1] ?? 0) + (values[i + 2] ?? 0)) / 3, i, i + 3);
  return grey;
}
