import type { DetectedFace } from '../../../shared/face';
import type { Photo } from '../../intake/photo/photo';
import { detectFaces } from './detectFaces';

/**
 * All faces of a photo, the largest first, in its own pixels. Loads the two face networks if they are not there yet.
 * @throws FoveaError when they cannot be loaded; the signal's reason when aborted
 */
export async function findFaces(signal: AbortSignal, photo: Photo): Promise<readonly DetectedFace[]> {
  return (await detectFaces(signal, photo)).faces;
}
