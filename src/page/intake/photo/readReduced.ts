import type { Picture } from '../../../shared/ascent';
import { areaAverage } from './areaAverage';
import { type PixelRect, readTiles, type Tile } from './readTiles';

/** Puts a tile where it belongs in the RGBA of `rect`. */
function copyTile(rgba: Uint8ClampedArray, rect: PixelRect, tile: Tile): void {
  for (let y = 0; y < tile.height; y += 1) {
    const row = tile.data.subarray(y * tile.width * 4, (y + 1) * tile.width * 4);
    rgba.set(row, ((tile.top - rect.top + y) * rect.width + tile.left - rect.left) * 4);
  }
}

/** A part of a bitmap over white: its very pixels at scale 1, area averages below. */
export async function readReduced(
  signal: AbortSignal,
  bitmap: ImageBitmap,
  rect: PixelRect,
  scale: number,
): Promise<Picture> {
  const tiles = readTiles(signal, bitmap, rect);
  if (scale < 1) {
    const average = areaAverage(rect, scale);
    for await (const tile of tiles) average.add(tile);
    return average.picture();
  }
  const { width, height } = rect;
  const rgba = new Uint8ClampedArray(width * height * 4);
  for await (const tile of tiles) copyTile(rgba, rect, tile);
  return { width, height, rgba };
}
