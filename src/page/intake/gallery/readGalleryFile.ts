import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import { type Gallery, type GalleryPerson, type GalleryPhoto, galleryLimits } from '../../../shared/gallery';
import { cleanGroup, cleanName } from '../../../shared/galleryNames';
import { fromBase64 } from './base64';
import { type GalleryLine, headSchema, lineSchema } from './galleryLines';
import { pictureFacts } from './pictureFacts';
import { readLines } from './readLines';

/** Bytes: every photo of a full gallery at some 80 KB. */
const mostBytes = 2 ** 31;
/** Characters: the largest picture in base64, with its landmarks and room to spare. */
const longestLine = 4 * 2 ** 20;
const remedy = 'Choose a file that was saved here with “Export” under “People”.';

type PhotoLine = Extract<GalleryLine, { photo: unknown }>['photo'];
type PersonLine = Extract<GalleryLine, { person: unknown }>['person'];
interface OpenPerson extends Omit<GalleryPerson, 'photos'> {
  readonly photos: GalleryPhoto[];
}

/**
 * Reads and checks an exported gallery; nothing of it is decoded as a picture yet. Photos come without embeddings.
 * @throws FoveaError when it is too large, cut off, or not such a file; the signal's reason when aborted
 */
export async function readGalleryFile(signal: AbortSignal, file: Blob): Promise<Gallery> {
  if (file.size > mostBytes) throw new FoveaError('The file is larger than 2 GB.', remedy);
  const people: OpenPerson[] = [];
  let end: { readonly people: number; readonly photos: number } | null = null;
  let number = 0;
  for await (const text of readLines(signal, file, longestLine, remedy)) {
    number += 1;
    if (number === 1) {
      checkHead(text);
      continue;
    }
    if (text.trim() === '') continue;
    if (end !== null) throw new FoveaError(`Line ${number} comes after the gallery’s end.`, remedy);
    const line = readLine(text, number);
    if ('end' in line) end = line.end;
    else if ('person' in line) people.push(openPerson(people, line.person));
    else addPhoto(people.at(-1), line.photo, number);
  }
  checkEnd(people, end, number);
  return people;
}

function checkHead(text: string): void {
  const head = v.safeParse(headSchema, parse(text));
  if (head.success) return;
  const other = v.safeParse(v.object({ ...headSchema.entries, version: v.number() }), parse(text));
  if (other.success)
    throw new FoveaError(
      `The gallery is of version ${other.output.version}; this Fovea reads version 1.`,
      'Reload the page to get the newest Fovea.',
    );
  throw new FoveaError('The file is no saved gallery.', remedy);
}

function readLine(text: string, number: number): GalleryLine {
  const line = v.safeParse(lineSchema, parse(text));
  if (line.success) return line.output;
  throw new FoveaError(`Line ${number} of the gallery makes no sense.`, remedy);
}

/** Undefined for what is no JSON, which no schema accepts. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function openPerson(people: readonly OpenPerson[], { id, name, group, bundled }: PersonLine): OpenPerson {
  if (people.length >= galleryLimits.people)
    throw new FoveaError(`The file has more than ${galleryLimits.people} people.`, 'Choose a smaller gallery.');
  return { id, name: cleanName(name), group: cleanGroup(group), bundled, photos: [] };
}

function addPhoto(person: OpenPerson | undefined, { id, landmarks, box, picture }: PhotoLine, line: number): void {
  if (person === undefined) throw new FoveaError(`The photo in line ${line} belongs to nobody.`, remedy);
  if (person.photos.length >= galleryLimits.photos)
    throw new FoveaError(`${person.name} has more than ${galleryLimits.photos} photos.`, 'Choose a smaller gallery.');
  const bytes = readBase64(picture, line);
  const facts = pictureFacts(bytes);
  if (facts === null) throw new FoveaError(`The photo in line ${line} is no JPEG, PNG or WebP picture.`, remedy);
  const { type, width, height } = facts;
  if (Math.min(width, height) < 1 || Math.max(width, height) > galleryLimits.side)
    throw new FoveaError(`The photo in line ${line} has ${width} × ${height} pixels; ${sideWords}.`, remedy);
  person.photos.push({
    id,
    width,
    height,
    picture: new Blob([bytes], { type }),
    landmarks: landmarks?.map(([x, y]) => ({ x, y })) ?? null,
    ...(box === undefined ? {} : { box: { x: box[0], y: box[1], width: box[2], height: box[3] } }),
    embeddings: {},
  });
}

const sideWords = `1 to ${galleryLimits.side} are possible on each side`;

function readBase64(text: string, line: number): Uint8Array<ArrayBuffer> {
  try {
    const bytes = fromBase64(text);
    if (bytes.length <= galleryLimits.bytes) return bytes;
  } catch (cause) {
    throw new FoveaError(`The photo in line ${line} is no base64.`, remedy, { cause });
  }
  throw new FoveaError(`The photo in line ${line} is larger than 2 MB.`, remedy);
}

function checkEnd(
  people: readonly OpenPerson[],
  end: { readonly people: number; readonly photos: number } | null,
  lines: number,
): void {
  if (lines === 0) throw new FoveaError('The file is empty.', remedy);
  const photos = people.reduce((sum, person) => sum + person.photos.length, 0);
  if (end?.people !== people.length || end.photos !== photos)
    throw new FoveaError('The gallery is cut off: people or photos are missing.', 'Copy or download the file again.');
  const empty = people.find((person) => person.photos.length === 0);
  if (empty !== undefined) throw new FoveaError(`${empty.name} has no photo in this file.`, remedy);
}
