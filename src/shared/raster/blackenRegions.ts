import type { Picture } from '../ascent';
import { type Region, regions } from '../face';

/** The picture with all pixels of some regions black. @param labels for each pixel, the index of its region */
export function blackenRegions(picture: Picture, labels: Uint8Array, which: readonly Region[]): Picture {
  const hidden = regions.map((region) => which.includes(region));
  const rgba = picture.rgba.slice();
  for (const [i, label] of labels.entries()) if (hidden[label]) rgba.fill(0, 4 * i, 4 * i + 3);
  return { ...picture, rgba };
}
