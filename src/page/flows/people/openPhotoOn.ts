import { FoveaError } from '../../../shared/errors';
import type { Point } from '../../../shared/geometry/space';
import { notifyError } from '../../state/notices';
import { studyStore } from '../../state/study';
import { showKnownFace } from '../faces/showPhoto';
import { openBench } from '../openBench';
import { storedFace } from './storedFace';

/** Opens a measured photo on the Faces or the Masks bench, as the study keeps it. Never rejects. */
export async function openPhotoOn(bench: 'faces' | 'masks', id: string): Promise<void> {
  try {
    const face = await storedFace(id);
    if (face === null)
      throw new FoveaError('The face of this photo is not on this device any more.', 'Drop the photo on that bench.');
    const path = studyStore.getState().photos.find((photo) => photo.id === id)?.file ?? 'photo';
    const name = path.slice(path.lastIndexOf('/') + 1);
    openBench(bench);
    await showKnownFace(
      new File([face.bytes], name, { type: face.type }),
      face.landmarks as readonly Point<'picture'>[],
      id,
    );
  } catch (error) {
    notifyError(error);
  }
}
