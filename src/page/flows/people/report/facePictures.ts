import { dataUrl } from './dataUrl';
import type { PictureChoice } from './reportContent';

/** Pixels on a side that are left of a blurred face: its colours and not its features. */
export const blurredSide = 8;
const side = 96;
const quality = 0.8;

/**
 * Faces for a report, as data URLs by photo id: none, blurred, or as they are. What is blurred is reduced first: the
 * file does not hold what it does not show.
 * @throws the signal's reason when aborted
 */
export async function facePictures(
  signal: AbortSignal,
  thumbnails: ReadonlyMap<string, Blob>,
  choice: PictureChoice,
): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  if (choice === 'none') return pictures;
  for (const [id, blob] of thumbnails) {
    signal.throwIfAborted();
    pictures.set(id, await dataUrl(choice === 'blurred' ? await blurred(blob) : blob));
  }
  return pictures;
}

async function blurred(blob: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(blob);
  const few = new OffscreenCanvas(blurredSide, blurredSide);
  const shown = new OffscreenCanvas(side, side);
  try {
    draw(few, bitmap);
  } finally {
    bitmap.close();
  }
  draw(shown, few);
  return shown.convertToBlob({ type: 'image/jpeg', quality });
}

function draw(canvas: OffscreenCanvas, picture: CanvasImageSource): void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
}
