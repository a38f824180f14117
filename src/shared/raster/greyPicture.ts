import type { Picture } from '../ascent';
import { luma } from './luma';

/** A picture with each pixel's luma, rounded, in all three colours; alpha stays. */
export function greyPicture({ width, height, rgba }: Picture): Picture {
  const grey = new Uint8ClampedArray(rgba);
  for (let i = 0; i < grey.length; i += 4) grey.fill(luma(rgba[i] ?? 0, rgba[i + 1] ?? 0, rgba[i + 2] ?? 0), i, i + 3);
  return { width, height, rgba: grey };
}
