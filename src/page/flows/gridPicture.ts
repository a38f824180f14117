import type { Picture } from '../../shared/ascent';
import { pictureCanvas } from './pictureCanvas';

/** The report's grid: 8×8 tiles of 130 px, 5 px between them, none around: 1075×1075. */
const perSide = 8;
const tileSide = 130;
const gap = 5;

const extent = (tiles: number) => tiles * tileSide + (tiles - 1) * gap;

/** Side of the whole grid, in pixels. */
export const gridSide = extent(perSide);

/** Height of a grid of this many tiles, in pixels: at most 8 rows, and none that would be empty. */
export function gridHeight(tiles: number): number {
  return extent(Math.max(1, Math.min(perSide, Math.ceil(tiles / perSide))));
}

/** Left and top edge of a tile, in pixels, row by row. */
export function tilePosition(index: number): readonly [number, number] {
  return [(index % perSide) * (tileSide + gap), Math.floor(index / perSide) * (tileSide + gap)];
}

/**
 * All tiles in one canvas: black where there is none, tiles of another size resampled.
 * @param height in pixels, of as many rows as are wanted
 */
export function gridPicture(pictures: readonly (Picture | null)[], height = gridSide): OffscreenCanvas {
  const canvas = new OffscreenCanvas(gridSide, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  context.fillRect(0, 0, gridSide, height);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  pictures.slice(0, perSide * perSide).forEach((picture, index) => {
    if (picture === null) return;
    const [left, top] = tilePosition(index);
    context.drawImage(pictureCanvas(picture), left, top, tileSide, tileSide);
  });
  return canvas;
}
