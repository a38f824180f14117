import * as v from 'valibot';
import { type Gallery, type GalleryPerson, type GalleryPhoto, galleryLimits } from '../../../shared/gallery';

/** Keys of the records in the one object store. */
export const markKey = 'gallery';
export const personKey = (id: string) => `person:${id}`;
export const photoKey = (id: string) => `photo:${id}`;

/** Says that a gallery was kept, if only an empty one. */
export const mark = { version: 1 } as const;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(galleryLimits.side));
const buffer = v.custom<ArrayBuffer>((value) => value instanceof ArrayBuffer);
const floats = v.custom<Float32Array<ArrayBuffer>>((value) => value instanceof Float32Array);
const coordinate = v.pipe(v.number(), v.finite());
const extent = v.pipe(v.number(), v.finite(), v.gtValue(0));

const personSchema = v.object({
  id: text,
  position: v.number(),
  name: text,
  group: v.nullable(text),
  bundled: v.boolean(),
  photos: v.pipe(v.array(text), v.minLength(1), v.maxLength(galleryLimits.photos)),
});

const embeddingsSchema = v.pipe(
  v.object({ dimensions: v.pipe(v.number(), v.integer(), v.minValue(1)), values: floats }),
  v.check(({ dimensions, values }) => values.length > 0 && values.length % dimensions === 0, 'whole rows are expected'),
);

const photoSchema = v.object({
  id: text,
  width: side,
  height: side,
  /** Not a Blob: some browsers keep none in private windows. */
  bytes: buffer,
  type: text,
  landmarks: v.nullable(v.pipe(v.array(v.object({ x: coordinate, y: coordinate })), v.length(68))),
  box: v.optional(v.object({ x: coordinate, y: coordinate, width: extent, height: extent })),
  embeddings: v.record(v.string(), embeddingsSchema),
});

export type StoredPerson = v.InferOutput<typeof personSchema>;
export type StoredPhoto = v.InferOutput<typeof photoSchema>;

export function toStoredPerson({ id, name, group, bundled, photos }: GalleryPerson, position: number): StoredPerson {
  return { id, position, name, group, bundled, photos: photos.map((photo) => photo.id) };
}

export async function toStoredPhoto({ picture, ...rest }: GalleryPhoto): Promise<StoredPhoto> {
  const landmarks = rest.landmarks?.map(({ x, y }) => ({ x, y })) ?? null;
  return { ...rest, landmarks, bytes: await picture.arrayBuffer(), type: picture.type || 'image/jpeg' };
}

export interface ReadGallery {
  readonly people: Gallery;
  /** Records that could not be read, and photos that are missing. */
  readonly damaged: number;
}

/** The gallery in these records, by key. What an older page wrote, or a fault broke, is left out and counted. */
export function readRecords(records: ReadonlyMap<string, unknown>): ReadGallery {
  let damaged = 0;
  const people: (StoredPerson & { readonly found: readonly GalleryPhoto[] })[] = [];
  for (const [key, value] of records) {
    if (!key.startsWith('person:')) continue;
    const person = v.safeParse(personSchema, value);
    if (!person.success) {
      damaged += 1;
      continue;
    }
    const found = person.output.photos.flatMap((id) => readPhoto(id, records.get(photoKey(id))));
    damaged += person.output.photos.length - found.length;
    if (found.length > 0) people.push({ ...person.output, found });
  }
  people.sort((a, b) => a.position - b.position);
  return { people: people.map(({ position: _, found, ...person }) => ({ ...person, photos: found })), damaged };
}

function readPhoto(id: string, value: unknown): readonly GalleryPhoto[] {
  const photo = v.safeParse(photoSchema, value);
  if (!photo.success || photo.output.id !== id) return [];
  const { bytes, type, ...rest } = photo.output;
  return [{ ...rest, picture: new Blob([bytes], { type }) }];
}
