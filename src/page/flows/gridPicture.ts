import type { Picture } from '../../shared/ascent';
import { pictureCanvas } from './pictureCanvas';

/** The report's grid: 8×8 tiles of 130 px, 5 px between them, none around: 1075×1075. */
const perSide = 8;
const tileSide = 130;
const gap = 5;
export const gridSide = perSide * tileSide + (perSide - 1) * gap;

/** Left and top edge of a tile, in pixels, row by row. */
export function tilePosition(index: number): readonly [number, number] {
  return [(index % perSide) * (tileSide + gap), Math.floor(index / perSide) * (tileSide + gap)];
}

/** All tiles in one canvas: black where there is none, tiles of another size resampled. */
export function gridPicture(pictures: readonly (Picture | null)[]): OffscreenCanvas {
  const canvas = new OffscreenCanvas(gridSide, gridSide);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  context.fillRect(0, 0, gridSide, gridSide);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  pictures.slice(0, perSide * perSide).forEach((picture, index) => {
    if (picture === null) return;
    const [left, top] = tilePosition(index);
    context.drawImage(pictureCanvas(picture), left, top, tileSide, tileSide);
  });
  return canvas;
}
