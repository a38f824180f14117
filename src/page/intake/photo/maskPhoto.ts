import { FoveaError } from '../../../shared/errors';
import type { Photo } from './photo';
import { photoFromImageData } from './photoFromBlobOrImageData';

/**
 * The photo with a mask over it: where the mask's alpha is not 0, its colour takes the photo's place. A new photo; the
 * given one stays.
 * @throws FoveaError when the mask is not of the photo's size
 */
export async function maskPhoto(signal: AbortSignal, photo: Photo, mask: ImageData): Promise<Photo> {
  const { width, height, bitmap, name } = photo;
  if (mask.width !== width || mask.height !== height) {
    throw new FoveaError(
      `The mask has ${mask.width} × ${mask.height} pixels, the picture ${width} × ${height}.`,
      'Make a mask of the picture’s size.',
    );
  }
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null)
    throw new FoveaError('This browser could not draw the mask.', 'Close other tabs, and try again.');
  context.drawImage(bitmap, 0, 0);
  const pixels = context.getImageData(0, 0, width, height);
  for (let i = 0; i < mask.data.length; i += 4) {
    if (mask.data[i + 3] === 0) continue;
    for (let c = 0; c < 3; c++) pixels.data[i + c] = mask.data[i + c] as number;
  }
  return photoFromImageData(signal, pixels, name);
}
