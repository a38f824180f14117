/** The gallery: the people that Fovea knows, with what is kept of their photos. */
import type { CropChoice } from './face';
import type { Box, Point } from './geometry/space';

/** What a network says of one enrolled photo. */
export interface PhotoEmbeddings {
  readonly dimensions: number;
  /** [copies, dimensions] as the network gives them, in the order of `enrolmentCopies`: row 0 is the photo as it is. */
  readonly values: Float32Array<ArrayBuffer>;
}

export interface GalleryPhoto {
  /** Unique among all photos, letters, digits and hyphens; an exported photo keeps it. */
  readonly id: string;
  /** Pixels of `picture`, at most `galleryLimits.side` each. */
  readonly width: number;
  readonly height: number;
  /** The face with its surroundings, compressed (JPEG, PNG or WebP): enough to embed it with a network added later. */
  readonly picture: Blob;
  /**
   * The 68 landmarks in the pixels of `picture`; null: `box` is the crop, or all of the picture where there is none.
   */
  readonly landmarks: readonly Point<'picture'>[] | null;
  /** What the user has drawn around a face without landmarks, in the pixels of `picture`. */
  readonly box?: Box<'picture'> | undefined;
  /** By network hash. They are kept on this device and not exported: any network can make its own again. */
  readonly embeddings: Readonly<Record<string, PhotoEmbeddings>>;
}

export interface GalleryPerson {
  readonly id: string;
  /** Unique, whatever its case. */
  readonly name: string;
  readonly group: string | null;
  /** Came along with Fovea. */
  readonly bundled: boolean;
  /** At least one. */
  readonly photos: readonly GalleryPhoto[];
}

/** In the order in which they are shown. */
export type Gallery = readonly GalleryPerson[];

export const galleryLimits = {
  people: 500,
  /** Of one person. */
  photos: 50,
  /** Characters of a name or a group. */
  text: 80,
  /** Pixels on a side of a photo's picture. */
  side: 1024,
  /** Bytes of a photo's picture. */
  bytes: 2 * 2 ** 20,
} as const;

/** Which part of the picture a network gets. */
export function photoChoice({ landmarks, box }: Pick<GalleryPhoto, 'landmarks' | 'box'>): CropChoice {
  if (landmarks !== null) return { kind: 'face', landmarks };
  return box === undefined ? { kind: 'whole' } : { kind: 'box', box };
}
