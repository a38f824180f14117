import type { Region } from '../../../../shared/face';
import type { GalleryPhoto } from '../../../../shared/gallery';
import type { HeldOutView } from '../../../../shared/people/trainingStudy';

/** One photo of somebody: what heads are trained on and tried with. */
export interface Subject {
  readonly id: string;
  readonly person: string;
  readonly group: string | null;
  /** The face with its surroundings, read when it is needed. */
  readonly read: () => Promise<GalleryPhoto | null>;
}

/**
 * What the held-out photos hide, by region; the first two are what the masked training hides, the last it never saw.
 */
export const views: Readonly<Record<HeldOutView, readonly Region[]>> = {
  open: [],
  eyes: ['eyes', 'brows'],
  'lower-face': ['mouth', 'jaw'],
  unseen: ['nose', 'cheeks'],
};

export const viewNames = Object.keys(views) as HeldOutView[];

/** Of a training photo: rows of its copies' embeddings as they are, and of its masked copies'. */
export interface EmbeddedSubject extends Subject {
  readonly open: Float32Array;
  readonly masked: Float32Array;
  readonly dimensions: number;
}

/** Gallery work gives way to the face that the user waits for. */
export const trainingPriority = 3;
