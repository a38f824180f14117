import type { DetectedFace } from '../../../shared/face';
import type { Photo } from '../../intake/photo/photo';
import { detectFaces } from './detectFaces';

/**
 * The largest face of a photo, in its own pixels, and how many there are: the others' landmarks are not looked for. One
 * that fills the photo is found by a second look.
 * @throws as `findFaces` does
 */
export async function findLargestFace(
  signal: AbortSignal,
  photo: Photo,
  priority: number,
): Promise<{ readonly face: DetectedFace | null; readonly found: number }> {
  const { faces, found } = await detectFaces(signal, photo, { most: 1, priority });
  return { face: faces[0] ?? null, found };
}
