import { invert } from './affine';
import type { Affine } from './space';

/**
 * The face square in a network's input: in its middle, as large as fits with `margin` of its side around it at each
 * side, whichever photo it comes from.
 * @param size [height, width] of the input
 */
export function networkToFace([height, width]: readonly [number, number], margin: number): Affine<'network', 'face'> {
  const scale = (1 + 2 * margin) / Math.min(height, width);
  return { a: scale, b: 0, c: 0, d: scale, e: 0.5 - (scale * width) / 2, f: 0.5 - (scale * height) / 2 };
}

/** The way back of `networkToFace`. */
export const faceToNetwork = (size: readonly [number, number], margin: number): Affine<'face', 'network'> =>
  invert(networkToFace(size, margin));
