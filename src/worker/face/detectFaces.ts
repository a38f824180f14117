import type { Picture } from '../../shared/ascent';
import type { DetectedFace } from '../../shared/face';
import type { LoadedGraph } from '../network/loadedGraph';
import { detectBoxes } from './detectBoxes';
import { findLandmarks } from './findLandmarks';

export interface FaceNetworks {
  readonly detector: LoadedGraph;
  readonly landmarks: LoadedGraph;
}

/**
 * All faces of a picture with their landmarks, the largest first.
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function detectFaces(
  signal: AbortSignal,
  { detector, landmarks }: FaceNetworks,
  picture: Picture,
): Promise<DetectedFace[]> {
  const faces: DetectedFace[] = [];
  for (const { box, score } of await detectBoxes(signal, detector, picture)) {
    faces.push({ box, score, landmarks: await findLandmarks(signal, landmarks, picture, box) });
  }
  return faces.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
}
