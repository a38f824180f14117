import type { Crop, CropArguments } from '../../shared/calls/faceCalls';
import type { CropPlace } from '../../shared/face';
import { apply, invert } from '../../shared/geometry/affine';
import type { Affine } from '../../shared/geometry/space';
import { mirrorPlace } from '../../shared/mirrorPlace';
import { warp } from '../../shared/raster/warp';
import { regionMap } from './regionMap';

/**
 * The very pixels that a network gets, and the region of each. A part of the same size as the input, placed without
 * scaling, comes out unchanged.
 */
export function cropFace({ place, part, origin, landmarks }: Omit<CropArguments, 'network'>): Crop {
  const { networkToPicture, size } = place;
  const toPart: Affine<'network', 'picture'> = {
    ...networkToPicture,
    e: networkToPicture.e - origin[0],
    f: networkToPicture.f - origin[1],
  };
  return { input: warp(part, toPart, size), regions: regionsAt(place, landmarks) };
}

/**
 * A mirrored face is no turned one: its regions are those of the crop that is not mirrored, turned round row by row.
 */
function regionsAt(place: CropPlace, landmarks: CropArguments['landmarks']): Uint8Array<ArrayBuffer> {
  const { a, b, c, d } = place.networkToPicture;
  if (a * d - b * c < 0) return flipRows(regionsAt(mirrorPlace(place), landmarks), place.size[1]);
  const toNetwork = invert(place.networkToPicture);
  return regionMap(
    place.size,
    landmarks?.map((point) => apply(toNetwork, point)),
  );
}

function flipRows(map: Uint8Array<ArrayBuffer>, width: number): Uint8Array<ArrayBuffer> {
  for (let row = 0; row < map.length; row += width) map.subarray(row, row + width).reverse();
  return map;
}
