import type { Picture } from '../ascent';
import { isSeeThrough } from './maskPicture';

/** Pixels a side, below which a mask's pixels are seen as blocks on the face. */
const coarse = 16;

/**
 * What is odd about a mask's picture, and how it is taken all the same: one clause each, none for a mask as it is saved
 * here.
 * @param size of the file, in pixels, [height, width]
 */
export function oddMaskWords(picture: Picture, [height, width]: readonly [number, number]): readonly string[] {
  const odd: string[] = [];
  if (!isSeeThrough(picture)) odd.push('nothing in it is transparent, so what is darker than mid-grey is hidden');
  if (width !== height)
    odd.push(`with ${width} × ${height} pixels it is not square, so its longer side spans the square around the face`);
  if (Math.max(width, height) < coarse) odd.push(`it has ${width} × ${height} pixels, so each is a large block`);
  return odd;
}
