import type { Picture } from '../../shared/ascent';
import { fitPicture, type Size } from './fitPicture';

export interface PaintPictureInput {
  readonly canvas: HTMLCanvasElement;
  readonly picture: Picture;
  /** The canvas's box on the screen, in device pixels. */
  readonly box: Size;
}

/**
 * Draws a picture as large as the box allows, one canvas pixel per device pixel, so that the browser resamples nothing.
 */
export function paintPicture({ canvas, picture, box }: PaintPictureInput): void {
  if (box.width < 1 || box.height < 1) return;
  if (canvas.width !== box.width) canvas.width = box.width;
  if (canvas.height !== box.height) canvas.height = box.height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const fit = fitPicture({ source: picture, box });
  const enlarged = enlarge(picture, fit.enlarge);
  context.clearRect(0, 0, box.width, box.height);
  context.imageSmoothingEnabled = fit.resample;
  context.imageSmoothingQuality = 'high';
  context.drawImage(enlarged, fit.x, fit.y, fit.width, fit.height);
}

/** Two drawing boards for all pictures: a page paints many, one after the other. */
const boards = new Map<'pixels' | 'enlarged', OffscreenCanvas>();

function board(name: 'pixels' | 'enlarged', width: number, height: number): OffscreenCanvas {
  const existing = boards.get(name);
  if (existing !== undefined && existing.width === width && existing.height === height) return existing;
  const made = new OffscreenCanvas(width, height);
  boards.set(name, made);
  return made;
}

function enlarge(picture: Picture, factor: number): OffscreenCanvas {
  const pixels = board('pixels', picture.width, picture.height);
  pixels.getContext('2d')?.putImageData(new ImageData(picture.rgba, picture.width, picture.height), 0, 0);
  if (factor === 1) return pixels;
  const enlarged = board('enlarged', picture.width * factor, picture.height * factor);
  const context = enlarged.getContext('2d');
  if (context === null) return pixels;
  context.imageSmoothingEnabled = false;
  context.drawImage(pixels, 0, 0, enlarged.width, enlarged.height);
  return enlarged;
}
