import type { KnownFace } from '../../../shared/people';
import { eyeDistance } from '../../../shared/people/faceConditions';
import { recordKey, type StoredFace } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';

/** Keeps a face that need not be looked for: the photo is its own cut. Nothing happens where it is not known. */
export async function keepKnownFace(
  id: string,
  { file, face }: { file: Blob; face?: KnownFace | undefined },
): Promise<void> {
  if (face === undefined) return;
  const { width, height, landmarks } = face;
  const stored: StoredFace = {
    ...{ width, height, bytes: await file.arrayBuffer(), type: file.type || 'image/jpeg' },
    landmarks: landmarks.map(({ x, y }) => ({ x, y })),
    ...{ faces: 1, faceSize: eyeDistance(landmarks) },
  };
  await studyVault.change([[recordKey('face', id), stored]]);
}
