import { fitPicture, type Size } from './fitPicture';

export interface PaintPhotoInput {
  readonly canvas: HTMLCanvasElement;
  readonly photo: ImageBitmap;
  /** The canvas's box on the screen, in device pixels. */
  readonly box: Size;
}

/** Draws a photo as large as the box allows, resampled once; a closed one leaves the canvas as it is. */
export function paintPhoto({ canvas, photo, box }: PaintPhotoInput): void {
  if (box.width < 1 || box.height < 1 || photo.width < 1) return;
  if (canvas.width !== box.width) canvas.width = box.width;
  if (canvas.height !== box.height) canvas.height = box.height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { x, y, width, height } = fitPicture({ source: photo, box });
  context.clearRect(0, 0, box.width, box.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(photo, x, y, width, height);
}
