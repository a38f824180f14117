import { canMovePixels, movePixels } from '../../kernels/movePixels';
import { canShiftPicture, shiftPicture } from '../../kernels/shiftPicture';
import type { Tensor } from '../../kernels/tensor';
import { applyPixelMap, type PixelMap, shiftMap, transposePixelMap } from './resample';

/** Cell (y, x) of the result is cell (y + dy, x + dx) of the picture, which goes on as its own copies. */
export interface Shift {
  readonly dy: number;
  readonly dx: number;
}

/** What an ascent's step does to the picture [1, size, size, 3] before the network sees it. */
export type PictureTransform = Shift | PixelMap;

/** The moved picture. */
export function transformPicture(picture: Tensor, transform: PictureTransform): Tensor {
  if ('dy' in transform) return shift(picture, transform.dy, transform.dx);
  return canMovePixels() ? movePixels(picture, { ...transform, back: false }) : applyPixelMap(picture, transform);
}

/** The gradient by the moved picture, taken back to the picture: the transposed map. */
export function transformGradient(gradient: Tensor, transform: PictureTransform): Tensor {
  if ('dy' in transform) return shift(gradient, -transform.dy, -transform.dx);
  return canMovePixels()
    ? movePixels(gradient, { ...transform, back: true })
    : applyPixelMap(gradient, transposePixelMap(transform));
}

function shift(picture: Tensor, dy: number, dx: number): Tensor {
  if (canShiftPicture()) return shiftPicture(picture, dy, dx);
  return applyPixelMap(picture, shiftMap(picture.shape[1] ?? 1, dy, dx));
}
