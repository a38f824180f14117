import type { Picture } from '../../../shared/ascent';
import { readPhoto } from '../../intake/photo/readPhoto';
import { reducePhoto } from '../../intake/photo/reducePhoto';

/** The pixels of a small picture. @throws FoveaError when it cannot be read; the signal's reason */
export async function decodePicture(signal: AbortSignal, blob: Blob): Promise<Picture> {
  const photo = await readPhoto(signal, blob);
  try {
    return (await reducePhoto(signal, photo, Math.max(photo.width, photo.height))).picture;
  } finally {
    photo.close();
  }
}
