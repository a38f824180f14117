import type { Picture } from '../../../shared/ascent';
import type { PixelRect, Tile } from './readTiles';

/** A reduced picture that is summed up tile by tile, in any order. */
export interface AreaAverage {
  add(tile: Tile): void;
  /** After the last tile. */
  picture(): Picture;
}

/** How one source pixel falls on the reduced ones: a share on `first`, the rest on the next. */
interface Footprints {
  readonly first: Uint32Array;
  readonly share: Float64Array;
  /** Source pixels (and parts of them) under each reduced one. */
  readonly weight: Float64Array;
}

/** `scale` ≤ 1, so a source pixel touches at most two reduced ones. */
function footprints(length: number, scale: number): Footprints {
  const reduced = reducedLength(length, scale);
  const first = new Uint32Array(length);
  const share = new Float64Array(length).fill(1);
  const weight = new Float64Array(reduced + 1);
  for (let i = 0; i < length; i += 1) {
    const cell = Math.min(Math.floor(i * scale + 1e-9), reduced - 1);
    const inside = (cell + 1) / scale - i;
    first[i] = cell;
    if (inside < 1 - 1e-9 && cell + 1 < reduced) share[i] = inside;
    weight[cell] = (weight[cell] as number) + (share[i] as number);
    weight[cell + 1] = (weight[cell + 1] as number) + 1 - (share[i] as number);
  }
  return { first, share, weight };
}

/** Reduced pixels that `length` pixels take; the last may be covered in part. */
export const reducedLength = (length: number, scale: number): number => Math.max(1, Math.ceil(length * scale - 1e-6));

/** Adds one row of a tile to the sums `into` of one reduced row, [columns, 3]. */
function addRow(into: Float32Array, row: Uint8ClampedArray, left: number, across: Footprints): void {
  let column = left;
  for (let i = 0; i < row.length; i += 4, column += 1) {
    const at = (across.first[column] as number) * 3;
    const share = across.share[column] as number;
    const [red, green, blue] = [row[i] as number, row[i + 1] as number, row[i + 2] as number];
    into[at] = (into[at] as number) + share * red;
    into[at + 1] = (into[at + 1] as number) + share * green;
    into[at + 2] = (into[at + 2] as number) + share * blue;
    if (share === 1) continue;
    const rest = 1 - share;
    into[at + 3] = (into[at + 3] as number) + rest * red;
    into[at + 4] = (into[at + 4] as number) + rest * green;
    into[at + 5] = (into[at + 5] as number) + rest * blue;
  }
}

/** sums[row] += weight × line, between two columns. */
function addLine(
  sums: Float32Array,
  line: Float32Array,
  rowStart: number,
  from: number,
  to: number,
  weight: number,
): void {
  for (let i = from; i < to; i += 1) {
    sums[rowStart + i] = (sums[rowStart + i] as number) + weight * (line[i] as number);
  }
}

/**
 * Reduces by averaging: a reduced pixel is the mean of the sRGB values of all that it covers, pixels at its rim in
 * part, so that nothing aliases and pixel (x, y) of the photo lies at exactly `scale` × (x − left, y − top).
 * @param scale reduced pixels per pixel, above 0, at most 1
 */
export function areaAverage(rect: PixelRect, scale: number): AreaAverage {
  const [across, down] = [footprints(rect.width, scale), footprints(rect.height, scale)];
  const [width, height] = [reducedLength(rect.width, scale), reducedLength(rect.height, scale)];
  // One row and one column more, for the share (of 0) that the last pixels have beyond the rim.
  const stride = (width + 1) * 3;
  const sums = new Float32Array(stride * (height + 1));
  const line = new Float32Array(stride);
  const add = (tile: Tile) => {
    const left = tile.left - rect.left;
    const from = (across.first[left] as number) * 3;
    const to = Math.min(stride, (across.first[left + tile.width - 1] as number) * 3 + 6);
    for (let y = 0; y < tile.height; y += 1) {
      line.fill(0, from, to);
      addRow(line, tile.data.subarray(y * tile.width * 4, (y + 1) * tile.width * 4), left, across);
      const row = tile.top - rect.top + y;
      const [start, share] = [(down.first[row] as number) * stride, down.share[row] as number];
      addLine(sums, line, start, from, to, share);
      if (share < 1) addLine(sums, line, start + stride, from, to, 1 - share);
    }
  };
  return { add, picture: () => ({ width, height, rgba: divide(sums, across, down, width, height) }) };
}

function divide(sums: Float32Array, across: Footprints, down: Footprints, width: number, height: number) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, i = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, i += 4) {
      const from = (y * (width + 1) + x) * 3;
      const weight = (across.weight[x] as number) * (down.weight[y] as number);
      rgba[i] = (sums[from] as number) / weight;
      rgba[i + 1] = (sums[from + 1] as number) / weight;
      rgba[i + 2] = (sums[from + 2] as number) / weight;
      rgba[i + 3] = 255;
    }
  }
  return rgba;
}
