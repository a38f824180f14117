import type { Picture } from '../../shared/ascent';
import type { DetectedFace } from '../../shared/face';
import type { LoadedGraph } from '../network/loadedGraph';
import { detectBoxes } from './detectBoxes';
import { findLandmarks } from './findLandmarks';

export interface FaceNetworks {
  readonly detector: LoadedGraph;
  readonly landmarks: LoadedGraph;
}

/** Of the detector's input, for the second look. */
const secondShare = 0.5;

/**
 * The faces of a picture with their landmarks, the largest first.
 * @param most how many of them; the others are only counted
 * @param again where there is none, looks once more with the picture made smaller
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function detectFaces(
  signal: AbortSignal,
  { detector, landmarks }: FaceNetworks,
  picture: Picture,
  { most = Number.POSITIVE_INFINITY, again = false }: { readonly most?: number; readonly again?: boolean } = {},
): Promise<{ readonly faces: readonly DetectedFace[]; readonly found: number }> {
  const first = await detectBoxes(signal, detector, picture);
  const boxes = first.length > 0 || !again ? first : await detectBoxes(signal, detector, picture, secondShare);
  const faces: DetectedFace[] = [];
  // Equally large ones keep the detector's order, the surest first.
  for (const { box, score } of [...boxes].sort((a, b) => areaOf(b.box) - areaOf(a.box)).slice(0, most)) {
    faces.push({ box, score, landmarks: await findLandmarks(signal, landmarks, picture, box) });
  }
  return { faces, found: boxes.length };
}

const areaOf = ({ width, height }: DetectedFace['box']) => width * height;
