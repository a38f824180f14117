/** Masks: what hides a part of a face, in face coordinates, so that a mask fits any photo, network and layer. */
import type { AttributionMap } from './explain';
import type { Region } from './face';
import type { Box, Point } from './geometry/space';
import type { ReadyMaskId } from './mask/readyMaskIds';

/** What stands in the place of the pixels that are hidden. */
export type FillKind =
  | 'black'
  /** The mean colour of the network's input. */
  | 'mean'
  /** The input itself, blurred until no feature is left. */
  | 'blur'
  /** Uniform noise, each channel by itself, from a seed. */
  | 'noise'
  /** The same place of another, equally aligned face. */
  | 'other';

/** Lengths in face units: the side of the aligned face's square is 1. */
export type MaskShape =
  /** A line with round ends and corners; one point is a dot. */
  | { readonly kind: 'brush'; readonly points: readonly Point<'face'>[]; readonly width: number }
  | { readonly kind: 'rectangle'; readonly box: Box<'face'> }
  | { readonly kind: 'ellipse'; readonly box: Box<'face'> }
  /** Closed, filled by the even-odd rule. */
  | { readonly kind: 'polygon'; readonly points: readonly Point<'face'>[] }
  /** Cells of a grid over a box, row by row: 0 is open, anything else hidden. From a file or a search. */
  | {
      readonly kind: 'cells';
      readonly box: Box<'face'>;
      readonly width: number;
      readonly height: number;
      readonly cells: Uint8Array<ArrayBuffer>;
    };

/** Where a stroke comes from that nobody painted. */
export type MaskOrigin = ReadyMaskId | 'file' | 'search';

/** One act of painting. Later strokes lie over earlier ones; an erasing one opens what it covers. */
export interface MaskStroke {
  readonly shape: MaskShape;
  readonly erase: boolean;
  readonly fill: FillKind;
  /** Absent where it was painted. */
  readonly from?: MaskOrigin;
}

/** Strokes in the order in which they were painted. */
export type Mask = readonly MaskStroke[];

/**
 * A mask at a network's resolution: for each pixel 0 where it is open, else 1 + the index of its fill in `fillKinds`.
 */
export type MaskRaster = Uint8Array<ArrayBuffer>;

export const fillKinds: readonly FillKind[] = ['black', 'mean', 'blur', 'noise', 'other'];

export interface OcclusionSettings {
  /** Side of the patch and step between two patches, in pixels of the input. */
  readonly patch: number;
  readonly stride: number;
  readonly fill: Exclude<FillKind, 'other'>;
  readonly seed: number;
}

export interface RiseSettings {
  /** Random masks. */
  readonly masks: number;
  /** Cells of a mask's coarse grid along each side. */
  readonly cells: number;
  /** Chance of a cell to stay open. */
  readonly keep: number;
  readonly seed: number;
}

/** What hiding one region with one fill does to a target. */
export interface RegionNeed {
  readonly region: Region;
  readonly fill: Exclude<FillKind, 'other'>;
  /** Target's value and probability (a cosine's own value twice) before and after. */
  readonly before: { readonly score: number; readonly probability: number };
  readonly after: { readonly score: number; readonly probability: number };
}

/** A state of the search for the smallest mask that changes the answer. */
export interface HidingStep {
  readonly phase: 'regions' | 'patches' | 'shrinking' | 'done';
  /** For each pixel of the input, 1 where it is hidden. */
  readonly hidden: Uint8Array<ArrayBuffer>;
  /** Share of the face's pixels (all regions but elsewhere) that are hidden, 0..1. */
  readonly covered: number;
  /** Index of the person named now, and the probability; −1 where nobody is near enough. */
  readonly answer: { readonly index: number; readonly probability: number };
  /** Whether the answer is another than without a mask. */
  readonly changed: boolean;
  /** Inputs that the network has judged so far. */
  readonly tried: number;
}

/** A map that grows while it is computed, and how far it is. */
export interface GrowingMap {
  readonly fraction: number;
  readonly map: AttributionMap;
}
