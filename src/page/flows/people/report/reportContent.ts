import type { DeviceReport } from '../../../../shared/device';
import type { Preprocessing } from '../../../../shared/network';
import type {
  GroupComparison,
  MaskedPhoto,
  MaskLosses,
  MeasuredPhoto,
  StudyFailure,
  StudyPhoto,
  StudySettings,
} from '../../../../shared/people';
import type { TrainingStudy } from '../../../../shared/people/trainingStudy';

/** What becomes of the photos in a report. */
export type PictureChoice = 'none' | 'blurred' | 'included';

export interface ReportChoices {
  readonly pictures: PictureChoice;
  /** Persons, names and files by numbers. */
  readonly pseudonyms: boolean;
}

/** A picture as a data URL, and what it shows. */
export interface ReportPicture {
  readonly address: string;
  readonly title: string;
  /** Persons, photos, scale. */
  readonly note: string;
}

/** Pictures that stand on one scale, with its colours. */
export interface ReportMaps {
  readonly title: string;
  /** What they do not show. */
  readonly note?: string;
  readonly pictures: readonly ReportPicture[];
  /** The colours as a data URL, the values at their ends, and the values' unit. */
  readonly scale: {
    readonly address: string;
    readonly ends: readonly [number, number];
    readonly unit: string;
    /** What else is drawn on it: 'the maps under the mask'; null: nothing. */
    readonly sharedWith: string | null;
  };
}

/** How the study's groups did under its mask. */
export interface ReportMask {
  readonly name: string;
  /** What its strokes are filled with, in words. */
  readonly fills: readonly string[];
  /** Where it lies on the mean face: a data URL. */
  readonly picture: string;
  /** Share of the face's pixels that it hides, over the photos, 0..1. */
  readonly covered: { readonly mean: number; readonly least: number; readonly most: number };
  readonly photos: number;
  readonly failures: readonly StudyFailure[];
  readonly comparison: GroupComparison | null;
  /** Null: no photo is in a group. */
  readonly losses: MaskLosses | null;
  readonly maps: readonly ReportMaps[];
}

/** All that a report tells. */
export interface ReportContent extends ReportChoices {
  /** ISO 8601. */
  readonly created: string;
  readonly settings: StudySettings;
  readonly network: {
    readonly id: string;
    readonly name: string;
    readonly hash: string;
    readonly parameters: number;
    readonly input: readonly number[];
    readonly preprocessing: Preprocessing;
    /** Where it comes from; null where the user brought it. */
    readonly origin: string | null;
  };
  /** What computes where the report is written: backend, renderer, precision. */
  readonly device: Pick<DeviceReport, 'backend' | 'renderer' | 'precision'>;
  /** Of the network and the gallery by which was measured: studies of one stamp can be compared. */
  readonly stamp: string;
  /** Whether maps explain a person of the gallery or a class of the network. */
  readonly target: 'identity' | 'class';
  /** People whom the identity head knows; 0 where classes are asked for. */
  readonly gallery: number;
  readonly photos: readonly StudyPhoto[];
  readonly measured: ReadonlyMap<string, MeasuredPhoto>;
  readonly failures: readonly StudyFailure[];
  readonly comparison: GroupComparison | null;
  readonly masked: ReportMask | null;
  /** By photo id, what each photo is under the mask; empty without one. */
  readonly maskedPhotos: ReadonlyMap<string, Pick<MaskedPhoto, 'label' | 'kept' | 'right' | 'unknown'>>;
  readonly training: TrainingStudy | null;
  readonly maps: readonly ReportMaps[];
  /** By photo id, data URLs. */
  readonly thumbnails: ReadonlyMap<string, string>;
}
