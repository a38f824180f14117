import type { CropChoice } from '../face';

/**
 * The margin by which face coordinates lie in a crop: an aligned face has the network's own; a box or a whole photo is
 * the same part of the picture for every network, so that a mask lies at the same place of it with all of them.
 */
export const cropMargin = (choice: CropChoice['kind'], networkMargin: number): number =>
  choice === 'face' ? networkMargin : boxMargin;

/** A face that fills a box as a portrait does. */
const boxMargin = 0.25;
