import { FoveaError } from '../../../shared/errors';
import { eyeDistance } from '../../../shared/people/faceConditions';
import type { StoredFace } from '../../engine/people/studyRecords';
import type { Photo } from '../../intake/photo/photo';
import { readPhoto } from '../../intake/photo/readPhoto';
import { findLargestFace } from '../faces/findLargestFace';
import { photoForGallery } from '../gallery/photoForGallery';

/**
 * What a study keeps of a photo: its largest face with the surroundings, as the gallery keeps faces. The photo's pixels
 * are freed before this ends.
 * @throws FoveaError when the photo cannot be read or shows no face; the signal's reason
 */
export async function keepFace(signal: AbortSignal, file: Blob): Promise<StoredFace> {
  // Without its name: why a photo failed stands in a list of files, and in reports that name none.
  return keepFaceOf(signal, await readPhoto(signal, file.slice(0, file.size, file.type)));
}

/** The same of a photo that is read; it is closed before this ends. */
export async function keepFaceOf(signal: AbortSignal, photo: Photo): Promise<StoredFace> {
  try {
    const { face, found } = await findLargestFace(signal, photo, priority);
    if (face === null)
      throw new FoveaError(
        'No face was found.',
        'Choose a photo that shows the face from the front, with room around it.',
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
