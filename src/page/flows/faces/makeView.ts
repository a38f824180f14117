import type { Photo } from '../../intake/photo/photo';
import { rest } from '../../intake/photo/rest';

/** Pixels of the longer side of what is painted: more than a screen shows of a photo, little enough to draw at once. */
const viewSide = 1600;
/** Rows that are resampled at a time: some milliseconds of a large photo. */
const rows = 160;

/**
 * A copy of the photo to paint; never enlarged. It is resampled in strips, because browsers resample a bitmap at once and
 * in the thread that asks for it, which keeps input waiting. Belongs to the caller.
 */
export async function makeView(signal: AbortSignal, { bitmap, width, height }: Photo): Promise<ImageBitmap> {
  const factor = Math.min(1, viewSide / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor)));
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas.');
  context.imageSmoothingQuality = 'high';
  for (let top = 0; top < canvas.height; top += rows) {
    await rest(signal);
    const some = Math.min(rows, canvas.height - top);
    const [from, until] = [(top * height) / canvas.height, ((top + some) * height) / canvas.height];
    context.drawImage(bitmap, 0, from, width, until - from, 0, top, canvas.width, some);
    // Drawing is put off until somebody reads.
    context.getImageData(0, top, 1, 1);
  }
  return canvas.transferToImageBitmap();
}
