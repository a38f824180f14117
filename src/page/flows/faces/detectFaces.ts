import type { Picture } from '../../../shared/ascent';
import type { DetectedFace } from '../../../shared/face';
import type { Point } from '../../../shared/geometry/space';
import { faceNetworks } from '../../engine/catalogue';
import { engine } from '../../engine/instance';
import type { Photo } from '../../intake/photo/photo';
import { reducePhoto } from '../../intake/photo/reducePhoto';

/**
 * Longer side of what the detector sees, in pixels: faces of a group photo still have the 112 that landmarks need. More
 * than the bench shows of a photo, too.
 */
export const detectionSide = 1280;

export interface SeenPhoto {
  /** The largest first, in the photo's own pixels. */
  readonly faces: readonly DetectedFace[];
  /** How many there are, whether their landmarks were looked for or not. */
  readonly found: number;
  /** The photo as the detector saw it: reduced by area averages, never enlarged. RGBA, opaque. */
  readonly picture: Picture;
}

export interface DetectOptions {
  /** Of the largest, for which landmarks are looked for, and a second time where none was seen; absent: of all. */
  readonly most?: number;
  /** Queue position, as in `TaskOptions`. */
  readonly priority?: number;
}

/**
 * All faces of a photo, and the picture that they were found in. Loads the two face networks if they are not there yet.
 * @throws FoveaError when they cannot be loaded; the signal's reason when aborted
 */
export async function detectFaces(
  signal: AbortSignal,
  photo: Photo,
  { most, priority }: DetectOptions = {},
): Promise<SeenPhoto> {
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
  return { faces: faces.map((face) => enlarge(face, 1 / scale)), found, picture };
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
