import { createStore } from 'zustand/vanilla';
import type {
  GroupComparison,
  MaskedStudy,
  MaskLosses,
  MeasuredPhoto,
  StudyFailure,
  StudyPhoto,
  StudySettings,
} from '../../shared/people';
import type { TrainingStudy } from '../../shared/people/trainingStudy';

export type StudyWorkKind = 'measuring' | 'masking' | 'training' | 'exporting';

/** What is under way. */
export interface StudyWork {
  readonly kind: StudyWorkKind;
  /** Photos, or steps of a training; total 0: not known. */
  readonly done: number;
  readonly total: number;
  /** Milliseconds that are left by the pace so far; null until that can be told. */
  readonly remaining: number | null;
  /** What it is at, where that is not plain: 'Training the identity head'. */
  readonly words: string | null;
}

/** The study on the People bench: photos of people, and what was measured. */
export interface StudyState {
  /** False until what is kept on this device has been read. */
  readonly ready: boolean;
  /** Another tab of this browser has the study: it is shown there, not here. */
  readonly elsewhere: boolean;
  /** Null: no study. */
  readonly settings: StudySettings | null;
  /** Names that the identity head knows; empty where classes are asked for. */
  readonly known: readonly string[];
  /** Of the network and the gallery by which was measured. */
  readonly stamp: string;
  /** In the order in which they were added. */
  readonly photos: readonly StudyPhoto[];
  /** By photo id; a photo is here, or in `failures`, or waits. */
  readonly measured: ReadonlyMap<string, MeasuredPhoto>;
  readonly failures: ReadonlyMap<string, StudyFailure>;
  /** The aligned face of every measured photo as the network gets it, small (JPEG). */
  readonly thumbnails: ReadonlyMap<string, Blob>;
  readonly masked: MaskedStudy | null;
  readonly work: StudyWork | null;
  /** Photos wait, nothing is under way, and these files have to be given again: they are not on this device. */
  readonly missing: readonly StudyPhoto[];
  /** Of the photos as they are now and, where there is a mask, under it; null: not computed for them yet. */
  readonly comparison: GroupComparison | null;
  readonly maskedComparison: GroupComparison | null;
  readonly losses: MaskLosses | null;
  readonly comparing: boolean;
  readonly training: TrainingStudy | null;
  /** The photos as they were labelled when the training began. */
  readonly trainedPhotos: readonly StudyPhoto[];
}

export const noStudy: Omit<StudyState, 'ready'> = {
  elsewhere: false,
  settings: null,
  known: [],
  stamp: '',
  photos: [],
  measured: new Map(),
  failures: new Map(),
  thumbnails: new Map(),
  masked: null,
  work: null,
  missing: [],
  comparison: null,
  maskedComparison: null,
  losses: null,
  comparing: false,
  training: null,
  trainedPhotos: [],
};

export const studyStore = createStore<StudyState>(() => ({ ready: false, ...noStudy }));

/** Photos that were neither measured nor refused yet. */
export const waitingPhotos = ({ photos, measured, failures }: StudyState): readonly StudyPhoto[] =>
  photos.filter(({ id }) => !measured.has(id) && !failures.has(id));
