/**
 * Convolution with any window and stride as one matrix product: [outputs × taps · channels] · [taps · channels ×
 * filters]. The left side is laid out block by block, never as a whole; a pointwise convolution is the same with one
 * tap.
 */
import { multiplyPanel } from './multiplyPanel';
import { panelColumns, panelGroupBytes, panelRows } from './panels';
import { clamp, loadPartly, roundUp, storePartly } from './simd';

/** Depth of the product in groups of four: every row of the window is filled up to whole groups. */
// @ts-ignore: AssemblyScript's decorator
@inline
function depthGroups(channels: i32, windowHeight: i32, windowWidth: i32): i32 {
  return windowHeight * ((windowWidth * channels + 3) >> 2);
}

/** Bytes that `packFilters` writes. */
export function packedFiltersBytes(channels: i32, filters: i32, windowHeight: i32, windowWidth: i32): i32 {
  return roundUp(filters, panelColumns) * depthGroups(channels, windowHeight, windowWidth) * 16;
}

/**
 * @param from [windowHeight, windowWidth, channels, filters]
 * @param to [filters / 8][windowHeight][windowWidth · channels, rounded up to 4][8], filled up with zeros
 */
export function packFilters(
  from: usize,
  to: usize,
  channels: i32,
  filters: i32,
  windowHeight: i32,
  windowWidth: i32,
): void {
  const run = windowWidth * channels;
  const zero = f32x4.splat(0);
  for (let filter = 0; filter < filters; filter += panelColumns) {
    const count = filters - filter;
    for (let row = 0; row < windowHeight; row++) {
      for (let i = 0; i < roundUp(run, 4); i++) {
        const source = from + ((row * run + i) * filters + filter) * 4;
        v128.store(to, i < run ? loadPartly(source, count) : zero);
        v128.store(to, i < run && count > 4 ? loadPartly(source + 16, count - 4) : zero, 16);
        to += 32;
      }
    }
  }
}

/** Bytes of scratch that `patchProduct` needs for blocks of `block` outputs, a multiple of 6. */
export function patchProductScratchBytes(
  channels: i32,
  windowHeight: i32,
  windowWidth: i32,
  block: i32,
): i32 {
  return (block / panelRows) * depthGroups(channels, windowHeight, windowWidth) * panelGroupBytes + 192;
}

/**
 * @param x [batch, height, width, channels]
 * @param packed what `packFilters` wrote
 * @param bias [filters], or 0 for none
 * @param y [batch, outHeight, outWidth, filters]
 * @param low, high bounds of the activation
 * @param block outputs at once, a multiple of 6
 */
export function patchProduct(
  x: usize,
  packed: usize,
  bias: usize,
  y: usize,
  scratch: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filters: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  padTop: i32,
  padLeft: i32,
  low: f32,
  high: f32,
  block: i32,
): void {
  const groups = depthGroups(channels, windowHeight, windowWidth);
  const total = batch * outHeight * outWidth;
  const sums = scratch;
  const panels = scratch + 192;
  for (let first = 0; first < total; first += block) {
    const count = min(block, total - first);
    for (let i = 0; i < count; i++) {
      const index = first + i;
      const column = index % outWidth;
      const rest = index / outWidth;
      copyWindow(
        x + (rest / outHeight) * height * width * channels * 4,
        panels + (i / panelRows) * groups * panelGroupBytes + (i % panelRows) * 16,
        (rest % outHeight) * strideHeight - padTop,
        column * strideWidth - padLeft,
        height,
        width,
        channels,
        windowHeight,
        windowWidth,
      );
    }
    for (let filter = 0; filter < filters; filter += panelColumns) {
      const b = packed + filter * groups * 16;
      for (let i = 0; i < count; i += panelRows) {
        const rows = min(panelRows, count - i);
        multiplyPanel(panels + (i / panelRows) * groups * panelGroupBytes, b, sums, groups, rows, filters - filter);
        storeSums(
          sums,
          y + ((first + i) * filters + filter) * 4,
          rows,
          filters,
          filters - filter,
          bias == 0 ? 0 : bias + filter * 4,
          low,
          high,
        );
      }
    }
  }
}

/** One row of A: the window's cells, row by row, four floats every `panelGroupBytes`; zeros outside the picture. */
function copyWindow(
  picture: usize,
  to: usize,
  top: i32,
  left: i32,
  height: i32,
  width: i32,
  channels: i32,
  windowHeight: i32,
  windowWidth: i32,
): void {
  const run = windowWidth * channels;
  const groups = (run + 3) >> 2;
  const begin = max(0, -left) * channels;
  const end = min(windowWidth, width - left) * channels;
  for (let row = 0; row < windowHeight; row++) {
    const inside = top + row >= 0 && top + row < height;
    const from = picture + ((top + row) * width + left) * channels * 4;
    if (inside && begin == 0 && end == run) {
      let target = to;
      let source = from;
      for (let left = run; left >= 4; left -= 4) {
        v128.store(target, v128.load(source));
        target += panelGroupBytes;
        source += 16;
      }
      if ((run & 3) != 0) v128.store(target, loadPartly(source, run & 3));
    } else {
      for (let group = 0; group < groups; group++) v128.store(to + group * panelGroupBytes, f32x4.splat(0));
      if (inside) {
        for (let i = begin; i < end; i++) {
          store<f32>(to + (i >> 2) * panelGroupBytes + (i & 3) * 4, load<f32>(from + i * 4));
        }
      }
    }
    to += groups * panelGroupBytes;
  }
}

/** Bias and activation of one panel of sums, into the result's rows `filters` floats apart. */
function storeSums(
  sums: usize,
  to: usize,
  rows: i32,
  filters: i32,
  count: i32,
  bias: usize,
  low: f32,
  high: f32,
): void {
  const lows = f32x4.splat(low);
  const highs = f32x4.splat(high);
  const zero = f32x4.splat(0);
  const bias0 = bias == 0 ? zero : loadPartly(bias, count);
  const bias1 = bias == 0 || count <= 4 ? zero : loadPartly(bias + 16, count - 4);
  for (let row = 0; row < rows; row++) {
    storePartly(to, clamp(f32x4.add(v128.load(sums), bias0), lows, highs), count);
    if (count > 4) storePartly(to + 16, clamp(f32x4.add(v128.load(sums, 16), bias1), lows, highs), count - 4);
    sums += 32;
    to += filters * 4;
  }
}
