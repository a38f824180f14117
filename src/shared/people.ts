/** The People bench: many photos of many people, where a network looks at each, and what groups have in common. */

import type { MethodId } from './explain';
import type { Region } from './face';
import type { Point } from './geometry/space';
import type { Mask } from './mask';

/** One value a region: shares of the heat, which sum to 1 with `elsewhere`, or all 0 where the map has no heat. */
export type RegionShares = Readonly<Record<Region, number>>;

/** What may differ between groups beside the people, and can be measured. */
export interface PhotoConditions {
  /** Distance of the eyes' centres in the photo: pixels. */
  readonly faceSize: number;
  /** Turn of the head to the picture's right, and roll: degrees, from the landmarks. */
  readonly yaw: number;
  readonly roll: number;
  /** Mean luma of the face's pixels, 0..255. */
  readonly brightness: number;
  /** Variance of the Laplacian of the luma over the face square at the network's resolution. */
  readonly sharpness: number;
}

/** A map as it lies on the mean face: raw values on a square grid over the aligned face's square and margin. */
export interface FaceMap {
  /** Cells along each side. */
  readonly side: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** One photo, measured with one network, layer, method and mask. */
export interface PhotoMeasurement {
  /** Unique in its study. */
  readonly id: string;
  /** File name, with its folder where it came in one. */
  readonly file: string;
  /**
   * Whose photo it is by the user's word, or by the gallery's where the user gave none; persons are resampled by it.
   */
  readonly person: string;
  /** The user's label; null: in no group. Fovea never guesses one. */
  readonly group: string | null;
  /** Who or what the network says it is: the gallery's most probable person or the most probable class. */
  readonly label: string;
  readonly probability: number;
  /** Whether `label` is `person`; null where the gallery does not know that person, or the target is a class. */
  readonly right: boolean | null;
  readonly regions: RegionShares;
  readonly map: FaceMap;
  readonly conditions: PhotoConditions;
}

/** A photo of a study before it is measured: what the user has said of it. */
export interface StudyPhoto {
  /** Unique in its study. */
  readonly id: string;
  /** File name, with its folder where it came in one. */
  readonly file: string;
  /** Null: the gallery's word counts, if the face is near enough to somebody, else the photo is a person of its own. */
  readonly person: string | null;
  readonly group: string | null;
  /** Size and date of its file, which tell it from another file of its path; absent where they are not known. */
  readonly origin?: string | undefined;
  /** A sample photo: its group was drawn by lot. */
  readonly drawn?: boolean | undefined;
}

/** Where the face of a photo is, in a photo whose face need not be looked for: the gallery's. */
export interface KnownFace {
  /** Of the photo, pixels. */
  readonly width: number;
  readonly height: number;
  /** 68, in pixels of the photo. */
  readonly landmarks: readonly Point<'picture'>[];
}

/** A photo that could not be measured. */
export interface StudyFailure {
  readonly id: string;
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}

/** A measurement with what the bench tells beside it. */
export interface MeasuredPhoto extends PhotoMeasurement {
  /** Of the label, among the people of the identity head or the classes. */
  readonly index: number;
  /** Faces that were found in the photo; the largest was measured. */
  readonly faces: number;
  /** Farther from everybody of the gallery than the network's threshold; false where the target is a class. */
  readonly unknown: boolean;
  /**
   * The gallery holds this very photo, or a copy that the network does not tell from it: its name is right by
   * definition.
   */
  readonly enrolled: boolean;
}

/** The same photo under the mask of the study. Its map explains what the map without the mask does: the open answer. */
export interface MaskedPhoto extends MeasuredPhoto {
  /** What the name that the photo has without the mask gets with it, 0..1. */
  readonly kept: number;
  /** Share of the face's pixels that are hidden, and of the map's heat that lies on them, 0..1. */
  readonly covered: number;
  readonly heatOnMask: number;
}

/** A mask that lies over all faces of a study, and what was measured under it. */
export interface MaskedStudy {
  /** In face coordinates. */
  readonly mask: Mask;
  /** For a person: 'eye bar'. */
  readonly name: string;
  readonly measured: ReadonlyMap<string, MaskedPhoto>;
  readonly failures: ReadonlyMap<string, StudyFailure>;
}

export interface Counts {
  readonly persons: number;
  readonly photos: number;
}

/** What a mask costs a group: with it minus without it, photo by photo, averaged by person. */
export interface MaskLoss {
  readonly group: string;
  readonly persons: number;
  readonly photos: number;
  /** Those of whom it can be told whether the name is right: behind `recognised`. */
  readonly named: Counts;
  /** Change of the share of right names; null where that cannot be told. */
  readonly recognised: Interval | null;
  /** Change of the probability of the name that the photo has without the mask. */
  readonly probability: Interval;
  readonly regions: Readonly<Record<Region, Interval>>;
}

/** Mean over persons of the maps of a group on the mean face, and the spread between persons; raw values. */
export interface GroupMap {
  readonly persons: number;
  readonly photos: number;
  readonly mean: FaceMap;
  /** Standard deviation over persons (divided by n − 1); all 0 for one person. */
  readonly deviation: FaceMap;
}

/**
 * A mean over persons with its 95 % interval, in which persons are what is resampled: docs/people.md says how. `low`
 * and `high` are NaN where there is only one person, or all have the same value.
 */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** An end is held at the farthest that an interval reaches: see `farthestReach`. */
  readonly bounded?: true;
}

export interface GroupSummary {
  readonly group: string;
  /** Persons and photos. */
  readonly persons: number;
  readonly photos: number;
  readonly regions: Readonly<Record<Region, Interval>>;
  /** Those of whom it can be told whether the name is right: behind `recognised`. */
  readonly named: Counts;
  /** Photos that the gallery holds itself: they are left out of `recognised`, which they would flatter. */
  readonly enrolled: Counts;
  /** Share of the photos whose name is right, of those where that can be told; null where there is none. */
  readonly recognised: Interval | null;
  readonly probability: Interval;
  readonly conditions: Readonly<Record<keyof PhotoConditions, Interval>>;
}

/** Why there is no verdict on two groups. */
export interface TooFew {
  /** The smallest number of persons a group needs: see `minimumPersons`. */
  readonly needed: number;
  /**
   * Persons a group for finding a large difference (Hedges' g of 0.8) four times out of five, where it is the only one.
   */
  readonly forLargeEffect: number;
  /** Among so many tests: those of the comparison, if all groups were large enough. */
  readonly tests: number;
  /** The groups that are too small. */
  readonly groups: readonly { readonly group: string; readonly persons: number }[];
}

export type Quantity =
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'recognised' }
  | { readonly kind: 'probability' }
  | { readonly kind: 'condition'; readonly condition: keyof PhotoConditions };

/** The first group's mean minus the second's. */
export interface GroupDifference {
  readonly groups: readonly [string, string];
  readonly quantity: Quantity;
  readonly difference: number;
  /** 95 % bootstrap interval, persons resampled within each group; NaN where in one of them all have the same value. */
  readonly low: number;
  readonly high: number;
  readonly bounded?: true;
  /** Two-sided permutation test over persons. */
  readonly p: number;
  /** After Benjamini and Hochberg (1995) over all tests of the comparison. */
  readonly q: number;
  /** Hedges' g over persons. */
  readonly effect: number;
  /** Of whom the quantity can be told, in each of the two groups. */
  readonly sizes: readonly [Counts, Counts];
}

/** What of two groups that are large enough is not tested: it can be told of too few of their persons. */
export interface Untested {
  readonly groups: readonly [string, string];
  readonly quantity: Quantity;
  readonly sizes: readonly [Counts, Counts];
}

export interface GroupTests {
  /** Empty where `tooFew` says why. */
  readonly differences: readonly GroupDifference[];
  /** Pairs of groups that get no verdict. */
  readonly tooFew: TooFew | null;
  readonly untested: readonly Untested[];
  /** How many tests the q-values are corrected for. */
  readonly tests: number;
  readonly seed: number;
  /** Of intervals. */
  readonly resamples: number;
  /** Random splits of each test whose persons have too many splits to try all. */
  readonly splits: number;
}

export interface GroupComparison extends GroupTests {
  readonly groups: readonly GroupSummary[];
}

/** What a mask costs each group, and which group more: differences are the first group's change minus the second's. */
export interface MaskLosses extends GroupTests {
  readonly groups: readonly MaskLoss[];
}

/** How all photos of a study are measured. */
export interface StudySettings {
  readonly network: string;
  readonly layer: string;
  readonly method: MethodId;
  readonly seed: number;
  /** Bootstrap resamples; tests permute as often or, where there are many of them, more often. */
  readonly resamples: number;
}

/** Persons that each group needs before Fovea says whether two groups differ. */
export const minimumPersons = 8;
