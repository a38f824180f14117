import type { Region } from '../face';
import type { Interval } from '../people';

/**
 * How an identity head was trained: on the photos as they are; on masked copies, too; or, as they are, on as many persons
 * of each group, drawn anew for each fold.
 */
export type HeadKind = 'plain' | 'masked' | 'balanced';

/** What the held-out photos show: all of the face, or a part of it blacked out. `unseen`: no training saw such a mask. */
export type HeldOutView = 'open' | 'eyes' | 'lower-face' | 'unseen';

/** How one head does on the held-out photos in one view. */
export interface HeadResult {
  readonly head: HeadKind;
  readonly view: HeldOutView;
  /** Null: all photos. */
  readonly group: string | null;
  readonly persons: number;
  readonly photos: number;
  /** Share of photos whose own name comes first. */
  readonly recognised: Interval;
  /** Of the own name. */
  readonly probability: Interval;
  /** Heat of the map of the own name. */
  readonly regions: Readonly<Record<Region, Interval>>;
}

/** A head against the plain one, on the same photos. */
export interface HeadChange {
  readonly head: Exclude<HeadKind, 'plain'>;
  readonly view: HeldOutView;
  readonly group: string | null;
  readonly recognised: Interval;
  readonly probability: Interval;
  readonly regions: Readonly<Record<Region, Interval>>;
}

/** What training on masks, and balancing the groups, does to the identity head. */
export interface TrainingStudy {
  readonly network: string;
  readonly layer: string;
  readonly persons: number;
  readonly photos: number;
  /** Photos that no head was trained on: other photos of the persons, or changed copies of the very photos. */
  readonly heldOut: 'photos' | 'copies';
  readonly folds: number;
  readonly seed: number;
  readonly results: readonly HeadResult[];
  readonly changes: readonly HeadChange[];
}
