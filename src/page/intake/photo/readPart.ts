import type { Picture } from '../../../shared/ascent';
import type { Box } from '../../../shared/geometry/space';
import { clipBox } from './clipBox';
import type { Photo } from './photo';
import { readReduced } from './readReduced';

/** Pixels on a part's longer side, beyond which it is reduced: a network's input has a tenth of them. */
export const longestPart = 2048;

export interface PhotoPart {
  /** RGBA, opaque. */
  readonly part: Picture;
  /** Where the part's outer corner lies in the photo: its pixels. */
  readonly origin: readonly [number, number];
  /** Pixels of the part per pixel of the photo: 1, or less where the box is larger than `longestPart`. */
  readonly scale: number;
}

/**
 * The pixels of the photo in a box, clipped to the photo: the very ones, or area averages where the box is larger than
 * `longestPart`. @throws FoveaError when the box and the photo have no pixel in common
 */
export async function readPart(signal: AbortSignal, photo: Photo, box: Box<'picture'>): Promise<PhotoPart> {
  const rect = clipBox(photo, box);
  const scale = Math.min(1, longestPart / Math.max(rect.width, rect.height));
  const part = await readReduced(signal, photo.bitmap, rect, scale);
  return { part, origin: [rect.left, rect.top], scale };
}
