import type { Orientation } from './headers/readOrientation';
import { readTiles } from './readTiles';
import { swapsSides, turnTile } from './turnTile';

/**
 * The bitmap over white and turned as EXIF says, tile by tile; the given one is closed, whatever happens. Only the
 * clearing of the canvas is one step, about 2 ms a megapixel.
 */
export async function redraw(signal: AbortSignal, bitmap: ImageBitmap, orientation: Orientation): Promise<ImageBitmap> {
  try {
    const { width, height } = bitmap;
    const canvas = swapsSides(orientation) ? new OffscreenCanvas(height, width) : new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error('No 2D canvas.');
    for await (const stored of readTiles(signal, bitmap, { left: 0, top: 0, width, height })) {
      const tile = turnTile(stored, orientation, width, height);
      context.putImageData(new ImageData(tile.data, tile.width, tile.height), tile.left, tile.top);
    }
    return canvas.transferToImageBitmap();
  } finally {
    bitmap.close();
  }
}
