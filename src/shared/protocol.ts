/**
 * Every message between page and worker, declared once. The page sends `Request`s; each carries a `call` number that
 * all replies to it repeat. A call ends with exactly one of `done`, `failed` or (after `cancel`) `stopped`.
 */
import type { AscentFrame, AscentSettings, AscentState, Picture } from './ascent';
import type { Backend, DeviceReport, MemoryReport } from './device';
import type {
  AttributionMap,
  CamMethod,
  Explanation,
  IdentityHead,
  LayerEvidence,
  MethodId,
  MethodSettings,
  PerturbationCurve,
  RandomisationStep,
  Recognition,
  Target,
} from './explain';
import type { CropChoice, CropPlace, DetectedFace } from './face';
import type { Point } from './geometry/space';
import type { InputCheck } from './inputCheck';
import type { FillKind, GrowingMap, HidingStep, Mask, OcclusionSettings, RegionNeed, RiseSettings } from './mask';
import type { ConvertedNetwork, LoadedNetwork, NetworkSpec, WeightPrecision } from './network';
import type { FaceMap, GroupComparison, MaskLosses, PhotoConditions, Quantity, RegionShares } from './people';

/** What a call asks for. */
export interface Calls {
  /** Opens a device; the first call of every worker. */
  open: { arguments: { backend: Backend }; result: DeviceReport; event: never };
  /** Milliseconds for a fixed convolution job on this device, to choose between two plausible ones. */
  calibrate: { arguments: Record<never, never>; result: { milliseconds: number }; event: never };
  /** Reads, checks and builds a network, and keeps it under its id. */
  load: { arguments: { spec: NetworkSpec }; result: LoadedNetwork; event: LoadProgress };
  /**
   * Turns foreign files (HDF5, .keras, zips, label files) into a network in TensorFlow.js's format. A worker of its own
   * answers it, and is thrown away afterwards: a reader that a hostile file has upset takes nothing with it.
   * `paths` tells where each file lay, in the order of `files`; absent: in no folder. `folder` names where on the
   * device's disk the files go; null: they stay in memory.
   */
  convert: {
    arguments: {
      readonly files: readonly File[];
      readonly paths?: readonly string[];
      readonly precision: WeightPrecision;
      readonly folder: string | null;
    };
    result: ConvertedNetwork;
    event: LoadProgress;
  };
  /**
   * Copies files as they are into a folder of the device's disk; null where the browser refuses or has no room. Answered
   * by a worker of its own too: only a worker can write there in every browser.
   */
  store: {
    arguments: { readonly files: readonly File[]; readonly folder: string };
    result: { readonly files: readonly File[] | null };
    event: LoadProgress;
  };
  /**
   * The names of classes in a file, however many; null where it is about something else. Answered by a worker of its own,
   * as `convert` is.
   */
  readLabels: {
    arguments: { readonly file: File };
    result: { readonly labels: readonly string[] | null };
    event: never;
  };
  /** Forgets a network and frees its tensors. */
  unload: { arguments: { network: string }; result: null; event: never };
  /**
   * Goes on with one filter's ascent until `untilStep` or until `budget` milliseconds have passed, at least one step.
   * A stopped call gives the state of its last whole step back too.
   */
  ascend: { arguments: AscendSlice; result: AscentSliceEnd; event: AscentFrame };
  memory: { arguments: Record<never, never>; result: MemoryReport; event: never };
  /** All faces of a picture, the largest first; coordinates in this picture's pixels. */
  detect: {
    arguments: {
      readonly detector: string;
      readonly landmarks: string;
      readonly picture: Picture;
      /** Only the largest so many get landmarks, and come back; absent: all. */
      readonly most?: number;
      /** Where no face is found, looks again for one that fills the picture. */
      readonly again?: boolean;
    };
    /** `found`: how many there are. */
    result: { readonly faces: readonly DetectedFace[]; readonly found: number };
    event: never;
  };
  /** Where a network's input lies in a picture of this height and width. */
  place: {
    arguments: { readonly network: string; readonly choice: CropChoice; readonly picture: readonly [number, number] };
    result: CropPlace;
    event: never;
  };
  /** The very pixels that the network gets, resampled from a part of the picture, and the region of each of them. */
  crop: { arguments: CropArguments; result: Crop; event: never };
  /**
   * What the network gets of the first input, and whether all of them (at least one) look like what the network was
   * trained on.
   */
  checkInput: {
    arguments: { readonly network: string; readonly inputs: readonly Picture[] };
    result: InputCheck;
    event: never;
  };
  /** One face of a study, from its pixels to its record: aligned, masked, recognised, explained, laid on the mean face. */
  measureFace: { arguments: FaceMeasuring; result: MeasuredFace; event: never };
  /** Groups of people: means with intervals, and differences with tests. */
  comparePeople: { arguments: PeopleComparison; result: GroupComparison; event: never };
  /** What a mask costs each group, photo by photo, and which group more. */
  compareMasked: { arguments: MaskComparison; result: MaskLosses; event: never };
  /** What the network, and the identity head if there is one, say of one input. */
  recognise: {
    arguments: { readonly network: string; readonly input: Picture; readonly head: IdentityHead | null };
    result: Recognition;
    event: never;
  };
  /** Embeddings of several inputs [inputs, dimensions], as the network gives them. */
  embed: {
    arguments: { readonly network: string; readonly inputs: readonly Picture[] };
    result: { readonly embeddings: Float32Array<ArrayBuffer>; readonly dimensions: number };
    event: { readonly done: number };
  };
  /** Trains an identity head from scratch. */
  trainHead: { arguments: HeadTraining; result: IdentityHead; event: HeadProgress };
  /** One attribution map. `fraction` rises from 0 to 1. */
  explain: {
    arguments: Explainable & { readonly method: MethodId; readonly settings: MethodSettings };
    result: Explanation;
    event: { readonly fraction: number };
  };
  /** Which filters of a layer make a method's map of the target on this input; Score-CAM's takes its weights along. */
  evidence: {
    arguments: Explainable & { readonly method: CamMethod; readonly filterWeights?: Float32Array<ArrayBuffer> };
    result: LayerEvidence;
    event: never;
  };
  /** Weight randomisation from the top down (Adebayo et al., 2018): one event a layer. */
  randomise: {
    arguments: Explainable & { readonly method: MethodId; readonly settings: MethodSettings; readonly seed: number };
    result: null;
    event: RandomisationStep;
  };
  /** Deletion and insertion in the order of a map and in a random order (Petsiuk et al., 2018): one event a curve. */
  perturb: {
    arguments: Perturbation;
    result: null;
    event: PerturbationCurve;
  };
  /** Occlusion sensitivity (Zeiler and Fergus, 2014): the drop of the target under a patch, coarse to fine. */
  occlude: {
    arguments: Omit<Explainable, 'layer'> & { readonly settings: OcclusionSettings };
    result: AttributionMap;
    event: GrowingMap;
  };
  /** RISE (Petsiuk et al., 2018): the target's mean over random masks that keep a pixel. */
  rise: {
    arguments: Omit<Explainable, 'layer'> & { readonly settings: RiseSettings };
    result: AttributionMap;
    event: GrowingMap;
  };
  /** What hiding each region with each fill does to the target: one event each. */
  regionNeeds: {
    arguments: Omit<Explainable, 'layer'> & { readonly regions: Uint8Array<ArrayBuffer>; readonly seed: number };
    result: null;
    event: RegionNeed;
  };
  /** The smallest mask that makes the network name somebody else, or nobody: regions, then patches, then shrunk. */
  hideFace: {
    arguments: HideFace;
    result: HidingStep;
    event: HidingStep;
  };
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
  /** Null: the face as it is. `answer` is what is explained and watched, as an index of the answers; null: the first. */
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

export interface HideFace {
  readonly network: string;
  readonly input: Picture;
  /** For each pixel of the input, the index of its region. */
  readonly regions: Uint8Array<ArrayBuffer>;
  readonly head: IdentityHead;
  readonly fill: Exclude<FillKind, 'other'>;
  readonly seed: number;
}

/** What is explained: a target of a network on one input of its own size, seen from a layer. */
export interface Explainable {
  readonly network: string;
  readonly input: Picture;
  readonly target: Target;
  /** Ignored by methods that know no layer. */
  readonly layer: string;
}

export interface Perturbation extends Omit<Explainable, 'layer'> {
  /** At any resolution; it is resampled to the input's. */
  readonly map: AttributionMap;
  /** Points of each curve, its two ends included. */
  readonly steps: number;
  /** Of the random order. */
  readonly seed: number;
}

export interface CropArguments {
  readonly network: string;
  readonly place: CropPlace;
  /** The part of the picture that holds the crop, in which `place` is told, moved by `origin`. */
  readonly part: Picture;
  /** Where the part's corner lies in the picture: pixels. */
  readonly origin: readonly [number, number];
  /** For the regions; absent: everything is elsewhere. */
  readonly landmarks?: readonly Point<'picture'>[];
}

export interface Crop {
  /** RGBA at the network's own size. */
  readonly input: Picture;
  /** For each pixel of the input, the index of its region in `regions`. */
  readonly regions: Uint8Array<ArrayBuffer>;
}

export interface HeadTraining {
  readonly network: string;
  readonly hash: string;
  readonly layer: string;
  readonly names: readonly string[];
  /** [photos, dimensions], not scaled: the enrolled photos and their mirrored and shifted copies. */
  readonly embeddings: Float32Array<ArrayBuffer>;
  /** Index into `names` of each embedding. */
  readonly owners: readonly number[];
  /** Which embeddings are enrolled photos as they are, not copies: the references for the distance. */
  readonly originals: readonly number[];
  readonly unknownDistance: number;
}

export interface HeadProgress {
  readonly step: number;
  readonly steps: number;
  /** Mean cross-entropy in nats. */
  readonly loss: number;
}

export interface AscendSlice {
  readonly network: string;
  readonly layer: string;
  readonly filter: number;
  readonly settings: AscentSettings;
  /** Where to go on; absent: a new start from the settings' seed. One that is at `untilStep` makes one frame, and no step. */
  readonly state?: AscentState;
  /** Network-input values [size, size, 3] HWC to start from instead of noise (step 0 only). */
  readonly start?: Float32Array<ArrayBuffer>;
  readonly untilStep: number;
  /** Milliseconds. */
  readonly budget: number;
  /** At least this many milliseconds between two frames; the slice's last step always makes one. */
  readonly frameInterval: number;
  /** Raw network-input values are wanted with the end of the slice that reaches `untilStep`. */
  readonly wantValues: boolean;
}

export interface AscentSliceEnd {
  readonly state: AscentState;
  /** Network-input values [size, size, 3], HWC, if asked for and at `untilStep`. */
  readonly values: Float32Array<ArrayBuffer> | null;
}

export interface LoadProgress {
  readonly loadedBytes: number;
  /** 0 while unknown. */
  readonly totalBytes: number;
  readonly stage: 'unpacking' | 'reading' | 'building';
}

export type CallName = keyof Calls;

export type Request =
  | { [Name in CallName]: { call: number; name: Name; arguments: Calls[Name]['arguments'] } }[CallName]
  | { name: 'cancel'; call: number }
  | { name: 'ping' };

export type Reply =
  | {
      [Name in CallName]:
        | { call: number; kind: 'event'; name: Name; event: Calls[Name]['event'] }
        | { call: number; kind: 'done'; name: Name; result: Calls[Name]['result'] };
    }[CallName]
  /** The call was cancelled; an ascent's last whole step comes back with it (null if there was none yet). */
  | { call: number; kind: 'stopped'; end: AscentSliceEnd | null }
  | { call: number; kind: 'failed'; error: SentError }
  | { kind: 'pong' }
  /** The device is gone for good (lost context, no memory): the worker has to be replaced. */
  | { kind: 'lost'; reason: string };

/** An error on its way between threads: what happened and what the user can do about it. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly remedy: string;
}
