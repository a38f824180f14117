import type { CropPlace } from './face';
import { compose } from './geometry/affine';
import type { Affine } from './geometry/space';

/** The same crop as a mirror shows it: what was at x is at width − x. Mirrored twice it is as before. */
export function mirrorPlace({ networkToPicture, size }: CropPlace): CropPlace {
  const flip: Affine<'network', 'network'> = { a: -1, b: 0, c: 0, d: 1, e: size[1], f: 0 };
  return { networkToPicture: compose(flip, networkToPicture), size };
}
