import { createStore } from 'zustand/vanilla';
import type { Picture } from '../../shared/ascent';
import type { AttributionMap, Explanation, MethodId, MethodSettings, Recognition, Target } from '../../shared/explain';
import type { GalleryPhoto } from '../../shared/gallery';
import type {
  FillKind,
  HidingStep,
  Mask,
  MaskRaster,
  OcclusionSettings,
  RegionNeed,
  RiseSettings,
} from '../../shared/mask';
import type { Answer } from '../../shared/mask/answerOf';
import type { Stage } from './faces';

/** What the network gets under a mask. */
export interface MaskedInput {
  readonly network: string;
  /** The crop without the mask: results belong to it. */
  readonly open: Picture;
  readonly input: Picture;
  readonly raster: MaskRaster;
  /** Share of the face's pixels (all regions but elsewhere) that are hidden, 0..1. */
  readonly covered: number;
}

/** The map under the mask, with all that it was made from. */
export interface MaskedExplanation extends Explanation {
  readonly masked: MaskedInput;
  readonly method: MethodId;
  readonly settings: MethodSettings;
  readonly layer: string;
  readonly target: Target;
  readonly targetLabel: string;
}

/** A stroke's end, as the log keeps it. */
export interface TriedMask {
  readonly id: number;
  /** 'Eye bar', 'Brush', '3 strokes'. */
  readonly name: string;
  /** Id and name of the photo, and what of it was masked: 'Face 2', 'Box', 'Whole photo'. */
  readonly photoId: number;
  readonly photo: string;
  readonly face: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly network: string;
  readonly method: MethodId;
  readonly layer: string;
  /** 0..1, of the face. */
  readonly covered: number;
  readonly answer: Answer;
  /** Of the first name: its logit with the mask minus without, and its place among all people with the mask, from 1. */
  readonly firstName: string;
  readonly logitChange: number;
  readonly firstRank: number;
  /** The masked face, at most 64 pixels a side. */
  readonly thumbnail: Picture;
  /** To put it back. */
  readonly mask: Mask;
}

export interface OtherFaceChosen {
  /** Of the choice: see `otherKey`. */
  readonly key: string;
  /** Id of the photo on the bench that it was chosen from; null where it came from elsewhere. */
  readonly photoId: number | null;
  readonly name: string;
  readonly photo: GalleryPhoto;
}

/** One line of “this mask on all faces”. */
export interface AppliedRow {
  readonly who: string;
  readonly kind: 'photo' | 'gallery';
  readonly covered: number;
  readonly before: Answer;
  readonly after: Answer;
  readonly changed: boolean;
}

/** One mask on all faces of a photo and the gallery, as one network names them. */
export interface AppliedMask {
  /** Id of the photo on the bench. */
  readonly photo: number;
  readonly network: string;
  readonly mask: Mask;
  readonly rows: readonly AppliedRow[];
  /** Faces, and so rows in the end. */
  readonly total: number;
}

/** A map that grows; of the face `input` and no other. */
export interface MeasuredMap<Settings> {
  readonly input: Picture;
  readonly settings: Settings;
  readonly targetLabel: string;
  readonly map: AttributionMap | null;
  /** 0..1. */
  readonly fraction: number;
}

export interface HidingCheck {
  readonly network: string;
  readonly networkName: string;
  readonly before: Answer;
  readonly after: Answer;
  readonly changed: boolean;
}

export interface HidingState {
  readonly input: Picture;
  readonly network: string;
  readonly names: readonly string[];
  readonly fill: Exclude<FillKind, 'other'>;
  readonly step: HidingStep | null;
  /** This network's answer without a mask. */
  readonly before: Answer;
  /**
   * The found mask in face coordinates; empty until the search is done, and where it does not change the answer afresh.
   */
  readonly mask: Mask;
  /** The answer of this network when the found mask is applied afresh, by the page's own path. */
  readonly afresh: Answer | null;
  readonly check: HidingCheck | null;
  /** Why there is no check by another network. */
  readonly unchecked: string | null;
}

/** The mask was changed while it held all workers, the bench was left, or another face, network or gallery came. */
export type StopReason = 'changed' | 'left' | 'other';

export type Measurement = 'occlusion' | 'rise' | 'needs' | 'hiding' | 'all';

export interface MaskResultsState {
  /** What is drawn: follows the pointer. */
  readonly masked: MaskedInput | null;
  /** The last answer and map that came; while painting each may belong to an older stroke than `masked`. */
  readonly recognised: { readonly masked: MaskedInput; readonly recognition: Recognition } | null;
  readonly explained: MaskedExplanation | null;
  /** Whether the map under the mask explains the first name or whoever is named now. */
  readonly explainedTarget: 'first' | 'new';
  /** Something newer is being computed. */
  readonly working: boolean;
  readonly problem: { readonly message: string; readonly remedy: string } | null;
  /** The face whose pixels the fill 'other' takes. */
  readonly other: OtherFaceChosen | null;
  readonly log: readonly TriedMask[];
  readonly occlusion: MeasuredMap<OcclusionSettings> | null;
  readonly rise: MeasuredMap<RiseSettings> | null;
  /** Events so far of the needs table; `needsTable` makes the rows. */
  readonly needs: {
    readonly input: Picture;
    readonly target: Target;
    readonly targetLabel: string;
    readonly events: readonly RegionNeed[];
  } | null;
  readonly hiding: HidingState | null;
  /** The last search that has found a mask: it stays when a newer one is stopped. */
  readonly foundBefore: HidingState | null;
  readonly applied: AppliedMask | null;
  /** Which measurement runs, at most one of each, and since when: milliseconds of `performance.now`. */
  readonly running: ReadonlyMap<Measurement, number>;
  /** Which ended before their end, and why; until they run again. */
  readonly stopped: ReadonlyMap<Measurement, StopReason>;
  readonly stage: Stage | null;
}

export const maskResultsStore = createStore<MaskResultsState>(() => ({
  masked: null,
  recognised: null,
  explained: null,
  explainedTarget: 'first',
  working: false,
  problem: null,
  other: null,
  log: [],
  occlusion: null,
  rise: null,
  needs: null,
  hiding: null,
  foundBefore: null,
  applied: null,
  running: new Map(),
  stopped: new Map(),
  stage: null,
}));
