import type { Picture } from '../ascent';
import type { Box } from '../geometry/space';

/** RGBA values 0..255, not rounded, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray | Float32Array;
}

/**
 * Means over boxes of `factors` = [across, down] pixels of the part `area` (whole pixels, inside the picture). The last
 * column and row of boxes may be cut off by the area's edge; they then are the mean of the pixels that they have.
 */
export function reducePicture(picture: Picture, area: Box<'picture'>, factors: readonly [number, number]): Raster {
  const [across, down] = factors;
  const width = Math.ceil(area.width / across);
  const height = Math.ceil(area.height / down);
  const rgba = new Float32Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const top = area.y + row * down;
    const bottom = Math.min(top + down, area.y + area.height);
    for (let y = top; y < bottom; y++) addRow(picture, area, y, across, rgba, row * width * 4);
    for (let column = 0; column < width; column++) {
      const count = (bottom - top) * Math.min(across, area.width - column * across);
      for (let c = 0, i = (row * width + column) * 4; c < 4; c++, i++) rgba[i] = (rgba[i] as number) / count;
    }
  }
  return { width, height, rgba };
}

/** Adds one row of pixels to the sums of a row of boxes. */
function addRow(
  { width, rgba }: Picture,
  area: Box<'picture'>,
  y: number,
  across: number,
  sums: Float32Array,
  start: number,
): void {
  let from = (y * width + area.x) * 4;
  let to = start;
  for (let x = 0, within = 0; x < area.width; x++, from += 4) {
    sums[to] = (sums[to] as number) + (rgba[from] as number);
    sums[to + 1] = (sums[to + 1] as number) + (rgba[from + 1] as number);
    sums[to + 2] = (sums[to + 2] as number) + (rgba[from + 2] as number);
    sums[to + 3] = (sums[to + 3] as number) + (rgba[from + 3] as number);
    within++;
    if (within === across) {
      within = 0;
      to += 4;
    }
  }
}
