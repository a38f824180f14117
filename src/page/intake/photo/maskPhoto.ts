import { FoveaError } from '../../../shared/errors';
import { createPhoto, type Photo } from './photo';
import { readTiles, type Tile } from './readTiles';

/**
 * The photo with a mask over it: where the mask's alpha is not 0, its colour takes the photo's place. A new photo; the
 * given one stays.
 * @throws FoveaError when the mask is not of the photo's size
 */
export async function maskPhoto(signal: AbortSignal, photo: Photo, mask: ImageData): Promise<Photo> {
  const { width, height, bitmap, name } = photo;
  if (mask.width !== width || mask.height !== height) {
    throw new FoveaError(
      `The mask has ${mask.width} × ${mask.height} pixels, the picture ${width} × ${height}.`,
      'Make a mask of the picture’s size.',
    );
  }
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null)
    throw new FoveaError('This browser could not draw the mask.', 'Close other tabs, and try again.');
  for await (const tile of readTiles(signal, bitmap, { left: 0, top: 0, width, height })) {
    layOver(tile, mask);
    context.putImageData(new ImageData(tile.data, tile.width, tile.height), tile.left, tile.top);
  }
  return createPhoto(canvas.transferToImageBitmap(), name, 'pixels');
}

function layOver(tile: Tile, mask: ImageData): void {
  for (let y = 0; y < tile.height; y += 1) {
    for (let x = 0; x < tile.width; x += 1) {
      const from = 4 * ((tile.top + y) * mask.width + tile.left + x);
      if (mask.data[from + 3] === 0) continue;
      tile.data.set(mask.data.subarray(from, from + 3), 4 * (y * tile.width + x));
    }
  }
}
