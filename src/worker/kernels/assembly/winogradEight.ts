/**
 * Convolution by Winograd's minimal filtering with eight points: F(6×6, 3×3), 64 products for 36 outputs instead of
 * 324, and F(5×5, 4×4), 64 for 25 instead of 400. Points are 0, ±1, ±½, ±2 and ∞ (Lavin & Gray, CVPR 2016, for the
 * method).
 *
 * A convolution with stride s is one of stride 1 whose channels are the s² phases of the picture, so that 7×7 with
 * stride 2 becomes 4×4; its input gradient is a 4×4 convolution whose filters are the phases of the result. Both are
 * read and written here where they lie.
 */
import { copyEightPatch } from './copyEightPatch';
import { copyRun } from './copyRun';
import { transformEightPanel } from './eightInput';
import { transformEightTile } from './eightOutput';
import { pointsBytes, writePoints } from './eightPoints';
import { multiplyPositions } from './multiplyPositions';
import { panelColumns, panelGroupBytes, panelRows } from './panels';
import { loadPartly, roundUp } from './simd';

/** Keeps the 64 positions of one tile out of each other's cache sets. */
const skewBytes: i32 = 192;
const tableBytes: i32 = 128;
const vectorsBytes: i32 = 1024;

// @ts-ignore: AssemblyScript's decorator
@inline
function inputPosition(depth: i32, block: i32): i32 {
  return (block / panelRows) * ((depth + 3) >> 2) * panelGroupBytes + skewBytes;
}

// @ts-ignore: AssemblyScript's decorator
@inline
function productPosition(filters: i32, block: i32): i32 {
  return roundUp(filters, panelColumns) * block * 4 + skewBytes;
}

/** Eight rows of eight cells, or as many of a tile's results. */
// @ts-ignore: AssemblyScript's decorator
@inline
function patchBytes(cells: i32): i32 {
  return 64 * roundUp(cells, 4) * 4 + 64;
}

/**
 * Bytes of scratch that `winogradEight` needs for blocks of `block` tiles, a multiple of 6.
 * @param depth channels of all phases
 */
export function winogradEightScratchBytes(depth: i32, filters: i32, block: i32): i32 {
  return (
    tableBytes +
    vectorsBytes +
    pointsBytes +
    panelRows * patchBytes(depth) +
    patchBytes(filters) +
    64 * inputPosition(depth, block) +
    64 * productPosition(filters, block)
  );
}

/**
 * @param x [batch, height, width, channels]
 * @param u what `transformEightFilters` wrote
 * @param bias [filters], or 0 for none
 * @param y [batch, outHeight, outWidth, filters / outStride²]
 * @param gridHeight, gridWidth cells of the convolution: outputs or, with an `outStride`, groups of its phases
 * @param inStride, padTop, padLeft of the convolution
 * @param outStride, outTop, outLeft cell (0, 0), phase (0, 0) is pixel (−outTop, −outLeft) of the result; 1, 0, 0 if
 *   plain
 * @param tile 6 for three taps, 5 for four
 * @param low, high bounds of the activation
 * @param block tiles at once, a multiple of 6
 */
export function winogradEight(
  x: usize,
  u: usize,
  bias: usize,
  y: usize,
  scratch: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  gridHeight: i32,
  gridWidth: i32,
  filters: i32,
  inStride: i32,
  padTop: i32,
  padLeft: i32,
  outHeight: i32,
  outWidth: i32,
  outStride: i32,
  outTop: i32,
  outLeft: i32,
  tile: i32,
  low: f32,
  high: f32,
  block: i32,
): void {
  const tileColumns = (gridWidth + tile - 1) / tile;
  const tilesEach = ((gridHeight + tile - 1) / tile) * tileColumns;
  const depth = inStride * inStride * channels;
  const groups = (depth + 3) >> 2;
  const inputStep = inputPosition(depth, block);
  const productStep = productPosition(filters, block);
  const colours = filters / (outStride * outStride);

  const table = scratch;
  const vectors = table + tableBytes;
  const points = vectors + vectorsBytes;
  const patches = points + pointsBytes;
  const results = patches + panelRows * patchBytes(depth);
  const inputs = results + patchBytes(filters);
  const products = inputs + 64 * inputStep;
  writePoints(points);

  for (let first = 0; first < batch * tilesEach; first += block) {
    const tiles = min(block, batch * tilesEach - first);
    for (let panel = 0; panel < tiles; panel += panelRows) {
      const count = min(panelRows, tiles - panel);
      for (let i = 0; i < count; i++) {
        const index = first + panel + i;
        const place = index % tilesEach;
        preparePatch(
          x + (index / tilesEach) * height * width * channels * 4,
          patches + i * patchBytes(depth),
          table + i * 12,
          (place / tileColumns) * tile * inStride - padTop,
          (place % tileColumns) * tile * inStride - padLeft,
          height,
          width,
          channels,
          inStride,
        );
      }
      const to = inputs + (panel / panelRows) * groups * panelGroupBytes;
      transformEightPanel(table, count, to, inputStep, groups, vectors, points);
    }
    multiplyPositions(64, inputs, inputStep, u, products, productStep, tiles, groups, filters, block);
    for (let i = 0; i < tiles; i++) {
      const place = (first + i) % tilesEach;
      const row = (place / tileColumns) * tile;
      const column = (place % tileColumns) * tile;
      const rows = min(tile, gridHeight - row);
      const columns = min(tile, gridWidth - column);
      const picture = y + ((first + i) / tilesEach) * outHeight * outWidth * colours * 4;
      const plain = outStride == 1;
      const cellBytes = (plain ? filters : roundUp(filters, 4)) * 4;
      const rowBytes = (plain ? outWidth : tile) * cellBytes;
      const to = plain ? picture + (row * outWidth + column) * cellBytes : results;
      const from = products + i * 32;
      transformTile(from, productStep, block, bias, to, rowBytes, cellBytes, tile, rows, columns, filters, low, high, vectors, points);
      if (plain) continue;
      const top = row * outStride - outTop;
      const left = column * outStride - outLeft;
      placePhases(results, rowBytes, cellBytes, picture, top, left, rows, columns, outHeight, outWidth, colours, outStride);
    }
  }
}

/** Writes where a tile's patch lies: in the picture if it is whole there, in a copy if not. */
function preparePatch(
  picture: usize,
  copy: usize,
  entry: usize,
  top: i32,
  left: i32,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
): void {
  if (stride == 1 && top >= 0 && left >= 0 && top + 8 <= height && left + 8 <= width && (channels & 3) == 0) {
    store<u32>(entry, <u32>(picture + (top * width + left) * channels * 4));
    store<u32>(entry, width * channels * 4, 4);
    store<u32>(entry, channels * 4, 8);
    return;
  }
  copyEightPatch(picture, copy, top, left, height, width, channels, stride);
  const cellBytes = roundUp(stride * stride * channels, 4) * 4;
  store<u32>(entry, <u32>copy);
  store<u32>(entry, 8 * cellBytes, 4);
  store<u32>(entry, cellBytes, 8);
}

/** One tile, all its filters. */
function transformTile(
  from: usize,
  position: usize,
  block: i32,
  bias: usize,
  to: usize,
  rowBytes: usize,
  cellBytes: usize,
  tile: i32,
  rows: i32,
  columns: i32,
  filters: i32,
  low: f32,
  high: f32,
  scratch: usize,
  points: usize,
): void {
  for (let filter = 0; filter < filters; filter += 4) {
    const count = min(4, filters - filter);
    transformEightTile(
      from + (filter / 8) * block * 32 + (filter % 8) * 4,
      position,
      to + filter * 4,
      rowBytes,
      cellBytes,
      tile,
      rows,
      columns,
      count,
      bias == 0 ? f32x4.splat(0) : loadPartly(bias + filter * 4, count),
      f32x4.splat(low),
      f32x4.splat(high),
      scratch,
      points,
    );
  }
}

/** Puts the phases of a tile's cells in their places; what falls outside the result is left out. */
function placePhases(
  from: usize,
  rowBytes: i32,
  cellBytes: i32,
  picture: usize,
  top: i32,
  left: i32,
  rows: i32,
  columns: i32,
  height: i32,
  width: i32,
  colours: i32,
  stride: i32,
): void {
  const run = stride * colours;
  const whole = left >= 0 && left + columns * stride <= width;
  for (let row = max(0, -top); row < min(rows * stride, height - top); row++) {
    const source = from + (row / stride) * rowBytes + (row % stride) * run * 4;
    const to = picture + ((top + row) * width + left) * colours * 4;
    if (whole) {
      for (let x = 0; x < columns; x++) copyRun(source + x * cellBytes, to + x * run * 4, run);
    } else {
      for (let x = max(0, -left); x < min(columns * stride, width - left); x++) {
        copyRun(source + (x / stride) * cellBytes + (x % stride) * colours * 4, to + x * colours * 4, colours);
      }
    }
  }
}
