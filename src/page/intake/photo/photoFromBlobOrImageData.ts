import { decode } from './decode';
import { checkSize } from './limits';
import { createPhoto, type Photo } from './photo';
import { type PhotoFile, readPhoto } from './readPhoto';
import { redraw } from './redraw';

/**
 * Pixels as a photo; what is transparent in them lies on white. They are copied.
 * @throws FoveaError when there are too many
 */
export async function photoFromImageData(signal: AbortSignal, pixels: ImageData, name = 'pixels'): Promise<Photo> {
  checkSize('This ImageData', pixels.width, pixels.height);
  const bitmap = await decode(signal, pixels);
  return createPhoto(await redraw(signal, bitmap, 1), name, 'pixels');
}

/** Either of the two that scripts may give. @throws FoveaError as `readPhoto` does */
export function photoFromBlobOrImageData(signal: AbortSignal, picture: PhotoFile | ImageData): Promise<Photo> {
  return picture instanceof Blob ? readPhoto(signal, picture) : photoFromImageData(signal, picture);
}
