/** Faces as page and worker speak of them. */
import type { Affine, Box, Point } from './geometry/space';

export interface DetectedFace {
  readonly box: Box<'picture'>;
  /** The 68 landmarks of the iBUG 300-W scheme, the person's right (the picture's left) first. */
  readonly landmarks: readonly Point<'picture'>[];
  /** The detector's confidence, 0..1; NaN where the face was not looked for, as what is kept of it says where it is. */
  readonly score: number;
}

export const regions = ['eyes', 'brows', 'nose', 'mouth', 'forehead', 'cheeks', 'jaw', 'elsewhere'] as const;
export type Region = (typeof regions)[number];

/** Which part of a photo the network gets: an aligned face, a box that the user drew, or all of it, squeezed to fit. */
export type CropChoice =
  | { readonly kind: 'face'; readonly landmarks: readonly Point<'picture'>[] }
  | { readonly kind: 'box'; readonly box: Box<'picture'> }
  | { readonly kind: 'whole' };

/** Where the pixels of a network's input come from. */
export interface CropPlace {
  readonly networkToPicture: Affine<'network', 'picture'>;
  /** Height and width of the network's input. */
  readonly size: readonly [number, number];
}
