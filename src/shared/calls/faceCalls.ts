import type { Picture } from '../ascent';
import type { IdentityHead, Recognition } from '../explain';
import type { CropChoice, CropPlace, DetectedFace } from '../face';
import type { Point } from '../geometry/space';

/** What a worker is asked about faces: where they are, what the network gets of them, and whose they are. */
export interface FaceCalls {
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
