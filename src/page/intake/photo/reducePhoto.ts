import type { Picture } from '../../../shared/ascent';
import type { Photo } from './photo';
import { readReduced } from './readReduced';

/**
 * The whole photo with at most `longestSide` pixels on its longer side; a smaller one stays as it is. `scale` is the
 * picture's pixels per pixel of the photo, the same both ways: (x, y) of the photo lies at scale × (x, y) of the
 * picture. RGBA, opaque.
 */
export async function reducePhoto(
  signal: AbortSignal,
  photo: Photo,
  longestSide: number,
): Promise<{ picture: Picture; scale: number }> {
  const { width, height, bitmap } = photo;
  const scale = Math.min(1, Math.max(1, Math.floor(longestSide)) / Math.max(width, height));
  return { picture: await readReduced(signal, bitmap, { left: 0, top: 0, width, height }, scale), scale };
}
