import type { Picture } from '../../../../shared/ascent';
import { apply, invert } from '../../../../shared/geometry/affine';
import type { Affine, Box, Point } from '../../../../shared/geometry/space';
import { faceToCrop } from '../../../flows/masks/maskNow';
import { facesStore } from '../../../state/faces';
import { networksStore } from '../../../state/networks';

/** How face coordinates lie on the face in view. */
export interface FaceFrame {
  readonly input: Picture;
  readonly toPixels: Affine<'face', 'network'>;
  readonly toFace: Affine<'network', 'face'>;
}

/** Null while there is no face, or its network is not loaded. */
export function faceFrame(): FaceFrame | null {
  const { crop } = facesStore.getState();
  if (crop === null || !networksStore.getState().entries.get(crop.network)?.loaded) return null;
  const toPixels = faceToCrop(crop);
  return { input: crop.input, toPixels, toFace: invert(toPixels) };
}

/** A place in shares of the picture's width and height, in face coordinates. */
export const toFacePoint = ({ input, toFace }: FaceFrame, x: number, y: number): Point<'face'> =>
  apply(toFace, { x: x * input.width, y: y * input.height });

/** A place of the face in shares of the picture's width and height. */
export function toShares({ input, toPixels }: FaceFrame, point: Point<'face'>): { x: number; y: number } {
  const { x, y } = apply(toPixels, point);
  return { x: x / input.width, y: y / input.height };
}

/** What the picture shows of the face, in face coordinates. */
export function boundsOf(frame: FaceFrame): Box<'face'> {
  const { x, y } = toFacePoint(frame, 0, 0);
  const end = toFacePoint(frame, 1, 1);
  return { x, y, width: end.x - x, height: end.y - y };
}
