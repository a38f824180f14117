import { apply, invert } from '../../shared/geometry/affine';
import type { Affine } from '../../shared/geometry/space';
import type { Crop, CropArguments } from '../../shared/protocol';
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
  const toNetwork = invert(networkToPicture);
  return {
    input: warp(part, toPart, size),
    regions: regionMap(
      size,
      landmarks?.map((point) => apply(toNetwork, point)),
    ),
  };
}
