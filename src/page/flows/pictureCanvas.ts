import type { Picture } from '../../shared/ascent';

/** A picture on a canvas of its own size. */
export function pictureCanvas({ width, height, rgba }: Picture): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  context.putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas;
}
