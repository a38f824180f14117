import type { CropPlace } from './face';
import { compose } from './geometry/affine';
import type { Affine } from './geometry/space';
import { mirrorPlace } from './mirrorPlace';

/**
 * Crops beside the aligned one, as another photo or another detector might cut them: part of the picture that the input
 * covers against the aligned crop's, and its shift to the right and down as shares of the input's width and height.
 */
const variants = [
  { zoom: 1, right: 0, down: 0 },
  { zoom: 1.08, right: 0.02, down: -0.03 },
  { zoom: 0.93, right: -0.02, down: 0.02 },
  { zoom: 1.02, right: 0.05, down: 0.04 },
];

/**
 * The crops under which one photo is enrolled: eight, the aligned one first, then slightly larger, smaller and shifted
 * ones; the second half are the mirrored first half.
 */
export function enrolmentCopies(place: CropPlace): readonly CropPlace[] {
  const [height, width] = place.size;
  const copies = variants.map(({ zoom, right, down }) => {
    const vary: Affine<'network', 'network'> = {
      a: zoom,
      b: 0,
      c: 0,
      d: zoom,
      // The middle stays where it is, then moves.
      e: ((1 - zoom) / 2 + right) * width,
      f: ((1 - zoom) / 2 + down) * height,
    };
    return { networkToPicture: compose(vary, place.networkToPicture), size: place.size };
  });
  return [...copies, ...copies.map(mirrorPlace)];
}
