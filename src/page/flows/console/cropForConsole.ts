import { FoveaError } from '../../../shared/errors';
import type { CropChoice } from '../../../shared/face';
import { maskPhoto } from '../../intake/photo/maskPhoto';
import type { Photo } from '../../intake/photo/photo';
import { photoFromBlobOrImageData } from '../../intake/photo/photoFromBlobOrImageData';
import { cropPhoto, type PlacedCrop } from '../faces/cropPhoto';
import { findFaces } from '../faces/findFaces';

export interface CropOptions {
  readonly picture: Blob | ImageData;
  readonly crop?: 'face' | 'none';
  readonly mask?: ImageData;
}

/**
 * What the network gets of a script's picture. The face is found before the mask is laid over it.
 * @throws FoveaError when the picture cannot be read, or has no face where one is asked for; the signal's reason
 */
export async function cropForConsole(
  signal: AbortSignal,
  network: string,
  { picture, crop, mask }: CropOptions,
): Promise<PlacedCrop> {
  const photo = await photoFromBlobOrImageData(signal, picture);
  try {
    const choice = await choose(signal, photo, crop);
    if (mask === undefined) return await cropPhoto(signal, network, photo, choice);
    const masked = await maskPhoto(signal, photo, mask);
    try {
      return await cropPhoto(signal, network, masked, choice);
    } finally {
      masked.close();
    }
  } finally {
    photo.close();
  }
}

async function choose(signal: AbortSignal, photo: Photo, crop: CropOptions['crop']): Promise<CropChoice> {
  if (crop === 'none') return { kind: 'whole' };
  const [face] = await findFaces(signal, photo);
  if (face !== undefined) return { kind: 'face', landmarks: face.landmarks };
  if (crop === undefined) return { kind: 'whole' };
  throw new FoveaError(`No face was found in ${photo.name}.`, "Give crop: 'none' for the whole picture.");
}
