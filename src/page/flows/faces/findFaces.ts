import type { DetectedFace } from '../../../shared/face';
import type { Point } from '../../../shared/geometry/space';
import { faceNetworks } from '../../engine/catalogue';
import { engine } from '../../engine/instance';
import type { Photo } from '../../intake/photo/photo';
import { reducePhoto } from '../../intake/photo/reducePhoto';

/** Longer side of what the detector sees, in pixels: faces of a group photo still have the 112 that landmarks need. */
const detectionSide = 1280;

/**
 * All faces of a photo, the largest first, in its own pixels. Loads the two face networks if they are not there yet.
 * @throws FoveaError when they cannot be loaded; the signal's reason when aborted
 */
export async function findFaces(signal: AbortSignal, photo: Photo): Promise<readonly DetectedFace[]> {
  return (await detect(signal, photo, {})).faces;
}

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
  const { faces, found } = await detect(signal, photo, { most: 1, priority });
  return { face: faces[0] ?? null, found };
}

async function detect(
  signal: AbortSignal,
  photo: Photo,
  { most, priority }: { readonly most?: number; readonly priority?: number },
) {
  const { detector, landmarks } = faceNetworks;
  // All at once, and waited for together: whichever fails first, somebody hears of the others.
  const [{ picture, scale }] = await Promise.all([
    reducePhoto(signal, photo, detectionSide),
    engine().loadNetwork(signal, detector),
    engine().loadNetwork(signal, landmarks),
  ]);
  const request = {
    detector: detector.id,
    landmarks: landmarks.id,
    picture,
    ...(most === undefined ? {} : { most, again: true }),
  };
  const { faces, found } = await engine().run(signal, 'detect', request, priority === undefined ? {} : { priority });
  return { faces: faces.map((face) => enlarge(face, 1 / scale)), found };
}

function enlarge({ box, landmarks, score }: DetectedFace, factor: number): DetectedFace {
  const point = ({ x, y }: Point<'picture'>): Point<'picture'> => ({ x: x * factor, y: y * factor });
  const { width, height } = box;
  return {
    box: { ...point(box), width: width * factor, height: height * factor },
    landmarks: landmarks.map(point),
    score,
  };
}
