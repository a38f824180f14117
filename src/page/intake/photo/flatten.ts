import { readTiles } from './readTiles';

/** The bitmap over white, at the same size; the given one is closed, whatever happens. */
export async function flatten(signal: AbortSignal, bitmap: ImageBitmap): Promise<ImageBitmap> {
  try {
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error('No 2D canvas.');
    for await (const tile of readTiles(signal, bitmap, { left: 0, top: 0, width, height })) {
      context.putImageData(new ImageData(tile.data, tile.width, tile.height), tile.left, tile.top);
    }
    return canvas.transferToImageBitmap();
  } finally {
    bitmap.close();
  }
}
