import { createStore } from 'zustand/vanilla';
import type { Picture } from '../../shared/ascent';
import type { IdentityHead, Recognition } from '../../shared/explain';
import type { CropPlace, DetectedFace } from '../../shared/face';
import type { Box } from '../../shared/geometry/space';

/** The photo on the bench. Its bitmaps belong to the flow that shows it. */
export interface ShownPhoto {
  readonly id: number;
  readonly name: string;
  /** Of the upright photo, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Small enough to be drawn at once: at most 1600 pixels on its longer side. */
  readonly view: ImageBitmap;
  readonly faces: readonly DetectedFace[];
  /** Its id in the study on the People bench that it was opened from. */
  readonly ofStudy?: string;
}

/** Which part of the photo is looked at. */
export type FaceChoice =
  | { readonly kind: 'face'; readonly index: number }
  | { readonly kind: 'box'; readonly box: Box<'picture'> }
  | { readonly kind: 'whole' };

/** The very pixels that the network gets. */
export interface ShownCrop {
  readonly network: string;
  readonly input: Picture;
  readonly regions: Uint8Array<ArrayBuffer>;
  readonly place: CropPlace;
  readonly choice: FaceChoice;
}

/** What is under way, in words for the user; a fraction where it is known. */
export interface Stage {
  readonly words: string;
  readonly fraction: number | null;
}

export interface FacesState {
  readonly photo: ShownPhoto | null;
  /** Null while no face has been found or chosen. */
  readonly choice: FaceChoice | null;
  readonly crop: ShownCrop | null;
  readonly recognition: Recognition | null;
  /** The identity head that has recognised it. */
  readonly head: IdentityHead | null;
  readonly stage: Stage | null;
  /** The last thing that went wrong on this bench; what was on the screen stays. */
  readonly problem: { readonly message: string; readonly remedy: string } | null;
}

export const facesStore = createStore<FacesState>(() => ({
  photo: null,
  choice: null,
  crop: null,
  recognition: null,
  head: null,
  stage: null,
  problem: null,
}));
