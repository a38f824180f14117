import type { Picture } from '../ascent';
import { reducePicture } from './reducePicture';

/** A picture made smaller by a whole factor, so that neither side is longer than `side` pixels; means of boxes. */
export function thumbnail(picture: Picture, side: number): Picture {
  const { width, height } = picture;
  const factor = Math.max(1, Math.ceil(Math.max(width, height) / side));
  const reduced = reducePicture(picture, { x: 0, y: 0, width, height }, [factor, factor]);
  return { width: reduced.width, height: reduced.height, rgba: new Uint8ClampedArray(reduced.rgba) };
}
