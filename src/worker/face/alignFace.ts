import { meanShape } from '../../shared/geometry/meanShape';
import type { Affine, Point } from '../../shared/geometry/space';
import { fitSimilarity } from './fitSimilarity';

/** The similarity that lays a face's 68 landmarks onto the mean face. */
export const alignFace = (landmarks: readonly Point<'picture'>[]): Affine<'picture', 'face'> =>
  fitSimilarity(landmarks, meanShape);
