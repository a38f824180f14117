import type { Region } from '../face';
import type { GroupDifference, Interval, TooFew } from '../people';

/**
 * How an identity head was trained: on the photos as they are; on masked copies, too; as they are, on as many persons
 * of each group, drawn anew for each fold; or, to compare that with, on as many persons in all, whatever their group:
 * among fewer names the right one is easier to find.
 */
export type HeadKind = 'plain' | 'masked' | 'balanced' | 'fewer';

/**
 * What the held-out photos show: all of the face, or a part of it blacked out. `unseen`: nose and cheeks, which no
 * training hides.
 */
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

/** A head against one that knows as many names, on the photos that both were tried on. */
export interface HeadChange {
  readonly head: 'masked' | 'balanced';
  readonly against: 'plain' | 'fewer';
  readonly view: HeldOutView;
  readonly group: string | null;
  /** Whom both heads know. */
  readonly persons: number;
  readonly photos: number;
  readonly recognised: Interval;
  readonly probability: Interval;
  readonly regions: Readonly<Record<Region, Interval>>;
}

/** Two groups by one head in one view; q over all tests of the study. */
export interface HeadDifference extends GroupDifference {
  readonly head: HeadKind;
  readonly view: HeldOutView;
}

/** Why a head gets no verdict on some of the groups. */
export interface HeadRefusal {
  readonly head: HeadKind;
  readonly tooFew: TooFew;
}

/** What training on masks, and balancing the groups, does to the identity head. */
export interface TrainingStudy {
  readonly network: string;
  readonly layer: string;
  /** Those that the plain head was tried on. */
  readonly persons: number;
  readonly photos: number;
  /** Persons of whom no photo could be held out: there is only one, or it is not kept any more. */
  readonly leftOut: readonly string[];
  /** Photos were given other persons or groups since: the figures are of those before. */
  readonly outdated?: true;
  /** What heads were shown: photos that they were trained without, or changed copies of the very photos. */
  readonly heldOut: 'photos' | 'copies';
  readonly folds: number;
  readonly seed: number;
  readonly results: readonly HeadResult[];
  readonly changes: readonly HeadChange[];
  readonly differences: readonly HeadDifference[];
  readonly refusals: readonly HeadRefusal[];
  /** How many tests the q-values are corrected for. */
  readonly tests: number;
  /** Of intervals. */
  readonly resamples: number;
  /** Random splits of each test. */
  readonly splits: number;
}
