import type { CropArguments } from '../../../shared/calls/faceCalls';
import type { CropPlace } from '../../../shared/face';
import { compose } from '../../../shared/geometry/affine';
import type { Affine, Point } from '../../../shared/geometry/space';
import type { PhotoPart } from './readPart';

/**
 * The arguments of the worker's `crop` for a part of a photo. A reduced part is told as a part of the equally reduced
 * photo: place, origin and landmarks are scaled alike, so that the crop's pixels are the same.
 * @param place in the photo's pixels, and so are the landmarks
 */
export function cropFromPart(
  network: string,
  place: CropPlace,
  { part, origin, scale }: PhotoPart,
  landmarks?: readonly Point<'picture'>[],
): CropArguments {
  const reduce: Affine<'picture', 'picture'> = { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 };
  return {
    network,
    place: { ...place, networkToPicture: compose(place.networkToPicture, reduce) },
    part,
    origin: [origin[0] * scale, origin[1] * scale],
    ...(landmarks === undefined ? {} : { landmarks: landmarks.map(({ x, y }) => ({ x: x * scale, y: y * scale })) }),
  };
}
