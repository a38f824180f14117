/**
 * Input gradient of a strided convolution: one product [outputs × filters] · [filters × taps · channels], whose rows
 * are added to the picture where their windows lie. No tap is multiplied by zeros, as it would be in phases that the
 * window does not fill, and a row of the window is one run of memory.
 */
import { multiplyPanel } from './multiplyPanel';
import { panelColumns, panelGroupBytes, panelRows } from './panels';
import { loadPartly } from './simd';

const sumsBytes: i32 = 192;

/** Floats in a row of the picture with its pads, and behind it as many as the last panel may reach too far. */
// @ts-ignore: AssemblyScript's decorator
@inline
function rowFloats(width: i32, channels: i32, columns: i32, windowWidth: i32, stride: i32, padLeft: i32): i32 {
  return max((columns - 1) * stride + windowWidth, width + padLeft) * channels + panelColumns;
}

/** Bytes of scratch that `scatterProduct` needs for blocks of `block` outputs, a multiple of 6. */
export function scatterScratchBytes(
  height: i32,
  width: i32,
  channels: i32,
  rows: i32,
  columns: i32,
  filters: i32,
  windowHeight: i32,
  windowWidth: i32,
  stride: i32,
  padTop: i32,
  padLeft: i32,
  block: i32,
): i32 {
  const cells = max((rows - 1) * stride + windowHeight, height + padTop);
  const floats = cells * rowFloats(width, channels, columns, windowWidth, stride, padLeft);
  return sumsBytes + block * 4 + (block / panelRows) * ((filters + 3) >> 2) * panelGroupBytes + floats * 4 + 64;
}

/**
 * @param dy [batch, rows, columns, filters]
 * @param packed [windowHeight][windowWidth · channels / 8, rounded up][filters, rounded up to 4][8], filled up with
 *   zeros
 * @param dx [batch, height, width, channels]
 * @param block outputs at once, a multiple of 6
 */
export function scatterProduct(
  dy: usize,
  packed: usize,
  dx: usize,
  scratch: usize,
  batch: i32,
  rows: i32,
  columns: i32,
  filters: i32,
  height: i32,
  width: i32,
  channels: i32,
  windowHeight: i32,
  windowWidth: i32,
  stride: i32,
  padTop: i32,
  padLeft: i32,
  block: i32,
): void {
  const groups = (filters + 3) >> 2;
  const lineBytes = rowFloats(width, channels, columns, windowWidth, stride, padLeft) * 4;
  const pictureBytes = max((rows - 1) * stride + windowHeight, height + padTop) * lineBytes;
  const sums = scratch;
  const places = sums + sumsBytes;
  const panels = (places + block * 4 + 63) & ~63;
  const picture = panels + (block / panelRows) * groups * panelGroupBytes;
  const total = rows * columns;
  for (let b = 0; b < batch; b++) {
    memory.fill(picture, 0, pictureBytes);
    for (let first = 0; first < total; first += block) {
      const count = min(block, total - first);
      for (let i = 0; i < count; i++) {
        const index = first + i;
        const row = index / columns;
        const place = picture + row * stride * lineBytes + (index - row * columns) * stride * channels * 4;
        store<u32>(places + i * 4, <u32>place);
        packRow(
          dy + ((b * total + index) * filters) * 4,
          panels + (i / panelRows) * groups * panelGroupBytes + (i % panelRows) * 16,
          filters,
        );
      }
      scatterBlock(panels, packed, sums, places, count, groups, windowHeight, windowWidth * channels, lineBytes);
    }
    const to = dx + b * height * width * channels * 4;
    for (let y = 0; y < height; y++) {
      memory.copy(
        to + y * width * channels * 4,
        picture + (y + padTop) * lineBytes + padLeft * channels * 4,
        width * channels * 4,
      );
    }
  }
}

/** One row of A: four floats every `panelGroupBytes`. */
function packRow(from: usize, to: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    v128.store(to, loadPartly(from + i * 4, count - i));
    to += panelGroupBytes;
  }
}

/** The outputs of one block times the whole window: each panel of filters stays in the first-level cache meanwhile. */
function scatterBlock(
  panels: usize,
  packed: usize,
  sums: usize,
  places: usize,
  count: i32,
  groups: i32,
  windowHeight: i32,
  run: i32,
  lineBytes: i32,
): void {
  for (let line = 0; line < windowHeight; line++) {
    for (let from = 0; from < run; from += panelColumns) {
      const offset = line * lineBytes + from * 4;
      for (let i = 0; i < count; i += panelRows) {
        const rows = min(panelRows, count - i);
        multiplyPanel(panels + (i / panelRows) * groups * panelGroupBytes, packed, sums, groups, rows, run - from);
        addSums(sums, places + i * 4, rows, offset, run - from > 4);
      }
      packed += groups * 4 * panelColumns * 4;
    }
  }
}

/**
 * Every other output first: neighbours overlap, and a load of what was stored a moment ago in two parts has to wait.
 */
function addSums(sums: usize, places: usize, rows: i32, offset: i32, whole: bool): void {
  for (let row = 0; row < rows; row += 2) addRow(sums + row * 32, load<u32>(places + row * 4) + offset, whole);
  for (let row = 1; row < rows; row += 2) addRow(sums + row * 32, load<u32>(places + row * 4) + offset, whole);
}

// @ts-ignore: AssemblyScript's decorator
@inline
function addRow(sums: usize, to: usize, whole: bool): void {
  v128.store(to, f32x4.add(v128.load(to), v128.load(sums)));
  if (whole) v128.store(to, f32x4.add(v128.load(to, 16), v128.load(sums, 16)), 16);
}
