import type { Photo } from '../../intake/photo/photo';

/** Pixels of the longer side of what is painted: more than a screen shows of a photo, little enough to draw at once. */
const viewSide = 1600;

/** A copy of the photo to paint, resampled off the main thread; never enlarged. Belongs to the caller. */
export async function makeView(signal: AbortSignal, { bitmap, width, height }: Photo): Promise<ImageBitmap> {
  const factor = Math.min(1, viewSide / Math.max(width, height));
  const size = {
    resizeWidth: Math.max(1, Math.round(width * factor)),
    resizeHeight: Math.max(1, Math.round(height * factor)),
  };
  const view = await createImageBitmap(bitmap, { ...size, resizeQuality: 'high' });
  if (!signal.aborted) return view;
  view.close();
  throw signal.reason;
}
