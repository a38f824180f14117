import type { Picture } from '../../../shared/ascent';
import { FoveaError } from '../../../shared/errors';
import { maskPictureSide } from '../../../shared/mask/maskPicture';
import { decode } from './decode';
import { quoteName } from './fileName';
import { inspectPhoto, type PhotoFile } from './readPhoto';
import { brokenFile } from './refusals';

/** A mask's picture with its alpha, at most 512 pixels a side, and the file's own size in pixels, [height, width]. */
export interface MaskFile {
  readonly picture: Picture;
  readonly size: readonly [number, number];
}

/**
 * A mask from a file. Checked as a photo is: by content, size and wholeness.
 * @throws FoveaError with cause and remedy; the signal's reason
 */
export async function readMaskPicture(signal: AbortSignal, file: PhotoFile): Promise<MaskFile> {
  const { format } = await inspectPhoto(signal, file, 'mask');
  const bitmap = await decode(signal, file).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw brokenFile(quoteName(file), format, 'damaged', cause, 'mask');
  });
  try {
    const factor = Math.min(1, maskPictureSide / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * factor));
    const height = Math.max(1, Math.round(bitmap.height * factor));
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null)
      throw new FoveaError('This browser could not draw the mask.', 'Close other tabs, and try again.');
    context.drawImage(bitmap, 0, 0, width, height);
    const { data: rgba } = context.getImageData(0, 0, width, height);
    return { picture: { width, height, rgba }, size: [bitmap.height, bitmap.width] };
  } finally {
    bitmap.close();
  }
}
