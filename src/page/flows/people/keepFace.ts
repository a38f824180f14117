import { FoveaError } from '../../../shared/errors';
import { eyeDistance } from '../../../shared/people/faceConditions';
import type { StoredFace } from '../../engine/people/studyRecords';
import type { Photo } from '../../intake/photo/photo';
import { readPhoto } from '../../intake/photo/readPhoto';
import { findLargestFace } from '../faces/findFaces';
import { photoForGallery } from '../gallery/photoForGallery';

/**
 * What a study keeps of a photo: its largest face with the surroundings, as the gallery keeps faces. The photo's pixels are
 * freed before this ends.
 * @throws FoveaError when the photo cannot be read or shows no face; the signal's reason
 */
export async function keepFace(signal: AbortSignal, file: File): Promise<StoredFace> {
  return keepFaceOf(signal, await readPhoto(signal, file));
}

/** The same of a photo that is read; it is closed before this ends. */
export async function keepFaceOf(signal: AbortSignal, photo: Photo): Promise<StoredFace> {
  try {
    const { face, found } = await findLargestFace(signal, photo, priority);
    if (face === null)
      throw new FoveaError(
        `No face was found in ${photo.name}.`,
        'Choose a photo that shows the face larger and from the front.',
      );
    const { width, height, picture, landmarks } = await photoForGallery(signal, photo, face);
    return {
      ...{ width, height, bytes: await picture.arrayBuffer(), type: picture.type || 'image/jpeg' },
      ...{ landmarks: (landmarks ?? []).map(({ x, y }) => ({ x, y })), faces: found },
      faceSize: eyeDistance(face.landmarks),
    };
  } finally {
    photo.close();
  }
}

/** Many photos give way to the one face that the user waits for. */
const priority = 3;
