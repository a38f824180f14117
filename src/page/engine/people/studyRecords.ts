import * as v from 'valibot';
import { type Region, regions } from '../../../shared/face';
import { galleryLimits } from '../../../shared/gallery';
import { fillKinds } from '../../../shared/mask';
import { conditionNames } from '../../../shared/people/quantities';

/** Keys of the records of a study in the one object store. */
export const studyKey = 'study';
export type RecordKind = 'source' | 'face' | 'measured' | 'masked' | 'failure';
export const recordKey = (kind: RecordKind, id: string) => `${kind}:${id}`;

const text = v.pipe(v.string(), v.maxLength(2000));
const finite = v.pipe(v.number(), v.finite());
const buffer = v.custom<ArrayBuffer>((value) => value instanceof ArrayBuffer);
const floats = v.custom<Float32Array<ArrayBuffer>>((value) => value instanceof Float32Array);
const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(galleryLimits.side));
const point = v.object({ x: finite, y: finite });
const box = v.object({ x: finite, y: finite, width: finite, height: finite });

const shape = v.variant('kind', [
  v.object({ kind: v.literal('brush'), points: v.array(point), width: finite }),
  v.object({ kind: v.literal('rectangle'), box }),
  v.object({ kind: v.literal('ellipse'), box }),
  v.object({ kind: v.literal('polygon'), points: v.array(point) }),
  v.object({
    ...{ kind: v.literal('cells'), box, width: side, height: side },
    cells: v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
  }),
]);

/** The study's head: what the user has said, and what makes its measurements one kind. */
export const studySchema = v.object({
  version: v.literal(1),
  settings: v.object({
    ...{ network: text, layer: text, method: text, seed: finite, resamples: finite },
  }),
  /** Network and gallery by which the photos were measured; others make other figures. */
  stamp: v.string(),
  /** Names that the identity head knew; empty where classes were asked for. */
  known: v.array(text),
  photos: v.array(
    v.object({
      ...{ id: text, file: text, person: v.nullable(text), group: v.nullable(text), origin: v.optional(text) },
      drawn: v.optional(v.boolean()),
    }),
  ),
  mask: v.nullable(
    v.object({
      name: text,
      strokes: v.array(v.object({ shape, erase: v.boolean(), fill: v.picklist(fillKinds) })),
    }),
  ),
});
export type StoredStudyHead = v.InferOutput<typeof studySchema>;

/** A photo as it came, kept until its face is. */
export const sourceSchema = v.object({ name: text, type: text, bytes: buffer });

/** The face with its surroundings: what every measurement begins with. */
export const faceSchema = v.object({
  ...{ width: side, height: side, bytes: buffer, type: text },
  landmarks: v.pipe(v.array(point), v.length(68)),
  /** How many faces the photo has, and the distance of this one's eyes in it: pixels. */
  ...{ faces: finite, faceSize: finite },
});
export type StoredFace = v.InferOutput<typeof faceSchema>;

const shares = v.object(Object.fromEntries(regions.map((region) => [region, finite])) as Record<Region, typeof finite>);

export const measuredSchema = v.object({
  ...{ label: text, probability: finite, unknown: v.boolean(), faces: finite, kept: finite },
  /** Absent in what was kept before it was told. */
  enrolled: v.optional(v.boolean(), false),
  ...{ covered: finite, heatOnMask: finite },
  regions: shares,
  map: v.object({ side, values: floats }),
  conditions: v.object(
    Object.fromEntries(conditionNames.map((name) => [name, finite])) as Record<
      (typeof conditionNames)[number],
      typeof finite
    >,
  ),
  /** Of the answer that is explained, among people or classes. */
  index: finite,
  /** JPEG, and the 68 landmarks in it as shares of its sides; only with the photo as it is. */
  thumbnail: v.nullable(buffer),
  places: v.nullable(floats),
});
export type StoredMeasurement = v.InferOutput<typeof measuredSchema>;

export const failureSchema = v.object({ file: text, message: text, remedy: text });
