import * as v from 'valibot';
import { galleryLimits } from '../../../shared/gallery';

/**
 * A gallery as a file: JSON lines. First what it is; then each person, followed by their photos; then the numbers of
 * both, without which the file is cut off. Lines rather than one document, because a gallery may be larger than a
 * string.
 */
export const galleryFormat = 'fovea-gallery';

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'letters, digits and hyphens are expected'));
const text = v.pipe(v.string(), v.maxLength(4 * galleryLimits.text));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
// Landmarks of a face at the edge of its picture may lie beyond it.
const coordinate = v.pipe(v.number(), v.minValue(-galleryLimits.side), v.maxValue(2 * galleryLimits.side));
const landmarks = v.pipe(
  v.array(v.tuple([coordinate, coordinate])),
  v.length(68),
  v.check(
    (points) => extent(points.map(([x]) => x)) >= 4 && extent(points.map(([, y]) => y)) >= 4,
    'no face is so flat',
  ),
);
const side = v.pipe(v.number(), v.gtValue(0), v.maxValue(2 * galleryLimits.side));

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

export const headSchema = v.object({ format: v.literal(galleryFormat), version: v.literal(1) });

export const lineSchema = v.union([
  v.object({ person: v.object({ id, name: text, group: v.nullable(text), bundled: v.boolean() }) }),
  v.object({
    photo: v.object({
      id,
      /** 68 pairs in the picture's pixels. */
      landmarks: v.nullable(landmarks),
      /** Left, top, width and height in the picture's pixels, where the user has drawn a box. */
      box: v.optional(v.tuple([coordinate, coordinate, side, side])),
      /** JPEG, PNG or WebP in base64. */
      picture: v.pipe(v.string(), v.minLength(1), v.maxLength(4 * Math.ceil(galleryLimits.bytes / 3))),
    }),
  }),
  v.object({ end: v.object({ people: count, photos: count }) }),
]);

export type GalleryHead = v.InferOutput<typeof headSchema>;
export type GalleryLine = v.InferOutput<typeof lineSchema>;
