/**
 * 3×3 convolution with stride 1 by Winograd's minimal filtering F(4×4, 3×3): 36 products for 16 outputs instead of 144.
 *
 * Lavin & Gray, Fast Algorithms for Convolutional Neural Networks, CVPR 2016: Y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A for tiles of
 * 4×4 outputs from patches of 6×6 inputs. Summed over the channels, the elementwise products become 36 matrix products
 * [tiles × channels] · [channels × filters]; they run over blocks of tiles that fit the cache. The points are not those
 * of the paper: see winogradPoints.ts.
 */
import { multiplyPositions } from './multiplyPositions';
import { panelColumns, panelGroupBytes, panelRows } from './panels';
import { loadPartly, roundUp } from './simd';
import { copyPatch, transformPanel } from './winogradInput';
import { transformTile } from './winogradOutput';

/** Keeps the 36 positions of one tile out of each other's cache sets. */
const skewBytes: i32 = 192;
const tableBytes: i32 = 128;
const vectorsBytes: i32 = 640;

// @ts-ignore: AssemblyScript's decorator
@inline
function inputPosition(channels: i32, block: i32): i32 {
  return (block / panelRows) * ((channels + 3) >> 2) * panelGroupBytes + skewBytes;
}

// @ts-ignore: AssemblyScript's decorator
@inline
function productPosition(filters: i32, block: i32): i32 {
  return roundUp(filters, panelColumns) * block * 4 + skewBytes;
}

// @ts-ignore: AssemblyScript's decorator
@inline
function patchBytes(channels: i32): i32 {
  return 36 * roundUp(channels, 4) * 4 + 64;
}

/** Bytes of scratch that `winograd` needs for blocks of `block` tiles, a multiple of 6. */
export function winogradScratchBytes(channels: i32, filters: i32, block: i32): i32 {
  return (
    tableBytes +
    vectorsBytes +
    panelRows * patchBytes(channels) +
    36 * inputPosition(channels, block) +
    36 * productPosition(filters, block)
  );
}

/**
 * @param x [batch, height, width, channels]
 * @param u what `transformFilters` wrote
 * @param bias [filters], or 0 for none
 * @param y [batch, outHeight, outWidth, filters]
 * @param low, high bounds of the activation
 * @param block tiles at once, a multiple of 6
 */
export function winograd(
  x: usize,
  u: usize,
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
  padTop: i32,
  padLeft: i32,
  low: f32,
  high: f32,
  block: i32,
): void {
  const tileRows = (outHeight + 3) >> 2;
  const tileColumns = (outWidth + 3) >> 2;
  const total = batch * tileRows * tileColumns;
  const groups = (channels + 3) >> 2;
  const inputStep = inputPosition(channels, block);
  const productStep = productPosition(filters, block);

  const table = scratch;
  const vectors = table + tableBytes;
  const patches = vectors + vectorsBytes;
  const inputs = patches + panelRows * patchBytes(channels);
  const products = inputs + 36 * inputStep;

  for (let first = 0; first < total; first += block) {
    const tiles = min(block, total - first);
    // The patches.
    for (let tile = 0; tile < tiles; tile += panelRows) {
      const count = min(panelRows, tiles - tile);
      for (let i = 0; i < count; i++) {
        const index = first + tile + i;
        const column = index % tileColumns;
        const row = (index / tileColumns) % tileRows;
        const picture = x + (index / (tileColumns * tileRows)) * height * width * channels * 4;
        const entry = table + i * 12;
        preparePatch(
          picture,
          patches + i * patchBytes(channels),
          entry,
          row * 4 - padTop,
          column * 4 - padLeft,
          height,
          width,
          channels,
        );
      }
      const panel = inputs + (tile / panelRows) * groups * panelGroupBytes;
      transformPanel(table, count, panel, inputStep, groups, vectors);
    }
    multiplyPositions(36, inputs, inputStep, u, products, productStep, tiles, groups, filters, block);
    // The tiles.
    for (let filter = 0; filter < filters; filter += 4) {
      const count = min(4, filters - filter);
      const offset = bias == 0 ? f32x4.splat(0) : loadPartly(bias + filter * 4, count);
      for (let tile = 0; tile < tiles; tile++) {
        const index = first + tile;
        const column = (index % tileColumns) * 4;
        const rest = index / tileColumns;
        const row = (rest % tileRows) * 4;
        const cell = ((rest / tileRows) * outHeight + row) * outWidth + column;
        transformTile(
          products + (filter / 8) * block * 32 + tile * 32 + (filter % 8) * 4,
          productStep,
          y + (cell * filters + filter) * 4,
          outWidth * filters * 4,
          filters * 4,
          min(4, outHeight - row),
          min(4, outWidth - column),
          count,
          offset,
          f32x4.splat(low),
          f32x4.splat(high),
          vectors,
        );
      }
    }
  }
}

/** Writes where a tile's patch lies: in the picture if it is whole there, in a padded copy if not. */
function preparePatch(
  picture: usize,
  copy: usize,
  entry: usize,
  top: i32,
  left: i32,
  height: i32,
  width: i32,
  channels: i32,
): void {
  if (top >= 0 && left >= 0 && top + 6 <= height && left + 6 <= width && (channels & 3) == 0) {
    store<u32>(entry, <u32>(picture + (top * width + left) * channels * 4));
    store<u32>(entry, width * channels * 4, 4);
    store<u32>(entry, channels * 4, 8);
    return;
  }
  copyPatch(picture, copy, top, left, height, width, channels);
  const cellBytes = roundUp(channels, 4) * 4;
  store<u32>(entry, <u32>copy);
  store<u32>(entry, 6 * cellBytes, 4);
  store<u32>(entry, cellBytes, 8);
}
