import { FoveaError } from '../../../shared/errors';
import type { Box } from '../../../shared/geometry/space';
import type { Photo } from './photo';
import type { PixelRect } from './readTiles';

/** All pixels that a box touches, as far as the photo has them. @throws FoveaError when it has none of them */
export function clipBox({ width, height }: Pick<Photo, 'width' | 'height'>, box: Box<'picture'>): PixelRect {
  const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  if (right > left && bottom > top) return { left, top, width: right - left, height: bottom - top };
  throw new FoveaError('This box lies beside the photo.', 'Draw the box on the photo.');
}
