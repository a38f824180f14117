import { rest } from './rest';

/** Pixels a side: a tile takes a few milliseconds to draw and read. */
const tileSide = 512;

/** Integer pixels of a photo. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Tile extends PixelRect {
  /** RGBA, row by row; opaque. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

function openCanvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(Math.min(tileSide, width), Math.min(tileSide, height));
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas.');
  context.fillStyle = 'white';
  return context;
}

/**
 * The pixels of a part of a bitmap, over white, in tiles, so that no step holds the thread up for long. Tiles rather
 * than strips of rows, because browsers keep a rotated photo as it was stored and turn it only when it is drawn.
 * @param rect where the tiles lie: in pixels of the bitmap, or with `halved` in units of two of them
 * @param halved 1: the very pixels; 2: means of two by two, which bilinear sampling at their common corner gives
 */
export async function* readTiles(
  signal: AbortSignal,
  bitmap: ImageBitmap,
  rect: PixelRect,
  halved: 1 | 2 = 1,
): AsyncGenerator<Tile> {
  const context = openCanvas(rect.width, rect.height);
  context.imageSmoothingEnabled = halved === 2;
  context.imageSmoothingQuality = 'low';
  const [right, bottom] = [rect.left + rect.width, rect.top + rect.height];
  for (let top = rect.top; top < bottom; top += tileSide) {
    for (let left = rect.left; left < right; left += tileSide) {
      await rest(signal);
      const [width, height] = [Math.min(tileSide, right - left), Math.min(tileSide, bottom - top)];
      context.fillRect(0, 0, width, height);
      const from = [left, top, width, height].map((value) => value * halved) as [number, number, number, number];
      context.drawImage(bitmap, ...from, 0, 0, width, height);
      yield { left, top, width, height, data: context.getImageData(0, 0, width, height).data };
    }
  }
}
