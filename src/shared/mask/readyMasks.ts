import type { Point } from '../geometry/space';
import type { MaskShape } from '../mask';

export const readyMaskIds = [
  'eye-bar',
  'glasses',
  'brows',
  'nose',
  'mouth',
  'lower-face',
  'upper-face',
  'left-half',
  'right-half',
] as const;
export type ReadyMaskId = (typeof readyMaskIds)[number];

/** A ready-made mask and how it is placed. */
export interface ReadyPlacement {
  readonly id: ReadyMaskId;
  /** −1 (half its size) .. 1 (twice); 0 is as the landmarks have it. */
  readonly grow: number;
  /** Moved by, in face units. */
  readonly dx: number;
  readonly dy: number;
}
