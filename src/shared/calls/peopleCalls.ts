import type { Picture } from '../ascent';
import type { IdentityHead, MethodId, MethodSettings } from '../explain';
import type { Point } from '../geometry/space';
import type { Mask } from '../mask';
import type { FaceMap, GroupComparison, MaskLosses, PhotoConditions, Quantity, RegionShares } from '../people';

/** What a worker is asked about a study of many people. */
export interface PeopleCalls {
  /**
   * One face of a study, from its pixels to its record: aligned, masked, recognised, explained, laid on the mean face.
   */
  measureFace: { arguments: FaceMeasuring; result: MeasuredFace; event: never };
  /** Groups of people: means with intervals, and differences with tests. */
  comparePeople: { arguments: PeopleComparison; result: GroupComparison; event: never };
  /** What a mask costs each group, photo by photo, and which group more. */
  compareMasked: { arguments: MaskComparison; result: MaskLosses; event: never };
}

/** What is measured of one face of a study, and how. */
export interface FaceMeasuring {
  readonly network: string;
  readonly layer: string;
  readonly method: MethodId;
  readonly settings: MethodSettings;
  /** The face with its surroundings, and its 68 landmarks there. */
  readonly picture: Picture;
  readonly landmarks: readonly Point<'picture'>[];
  /** Null: the classes of the network's first output are what it answers. */
  readonly head: IdentityHead | null;
  /** Cells along each side of the mean face's grid. */
  readonly side: number;
  /**
   * Null: the face as it is. `answer` is what is explained and watched, as an index of the answers; null: the first.
   */
  readonly mask: FaceMask | null;
  readonly answer: number | null;
}

export interface FaceMask {
  readonly strokes: Mask;
  /** Of the fill with noise. */
  readonly seed: number;
  /** What the fill 'other' takes its pixels from, as the network gets it; null where no stroke needs it. */
  readonly other: Picture | null;
}

export interface MeasuredFace {
  /** The first answer, and its index among the people of the head or the classes of the first output. */
  readonly label: string;
  readonly index: number;
  readonly probability: number;
  readonly unknown: boolean;
  /** As `MeasuredPhoto` has it; false under a mask. */
  readonly enrolled: boolean;
  /** Of the answer that is explained. */
  readonly kept: number;
  readonly regions: RegionShares;
  readonly map: FaceMap;
  /** In the picture's own pixels, as far as it counts them. */
  readonly conditions: PhotoConditions;
  /** Share of the face that is hidden, and of the heat that lies there; 0 without a mask. */
  readonly covered: number;
  readonly heatOnMask: number;
  /** What the network got, and the landmarks in it: shares of its width and height [68, 2]. */
  readonly input: Picture;
  readonly places: Float32Array<ArrayBuffer>;
}

/** Photos as numbers: what the statistics need of them. */
export interface PeopleRow {
  readonly person: string;
  readonly group: string | null;
  /** 1 right, 0 wrong; null where that cannot be told. */
  readonly right: boolean | null;
  /** The gallery holds this very photo: `right` says nothing then. */
  readonly enrolled?: boolean;
  readonly probability: number;
  readonly regions: RegionShares;
  readonly conditions: PhotoConditions;
}

export interface PeopleComparison {
  readonly rows: readonly PeopleRow[];
  readonly seed: number;
  readonly resamples: number;
  /** What is tested between groups; absent: everything. The correction counts these tests. */
  readonly quantities?: readonly Quantity['kind'][];
}

/** Rows of the same photos, without and with the mask; `probability` of the masked ones is that of the open answer. */
export interface MaskComparison {
  readonly open: readonly PeopleRow[];
  readonly masked: readonly PeopleRow[];
  readonly seed: number;
  readonly resamples: number;
}
