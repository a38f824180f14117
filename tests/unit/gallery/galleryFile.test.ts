import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  personKey,
  photoKey,
  readRecords,
  toStoredPerson,
  toStoredPhoto,
} from '../../../src/page/engine/gallery/storedRecords';
import { readGalleryFile } from '../../../src/page/intake/gallery/readGalleryFile';
import { writeGalleryFile } from '../../../src/page/intake/gallery/writeGalleryFile';
import { FoveaError } from '../../../src/shared/errors';
import { type Gallery, galleryLimits } from '../../../src/shared/gallery';
import { createRandom } from '../../../src/shared/random';
import { person, photo, pngBytes } from './samples';

const never = new AbortController().signal;
const base: Gallery = [
  person('Ada “Ä” 李', ['a1', 'a2'], { group: 'tall', bundled: true }),
  person('Bo', ['b1'], { photos: [photo('b1', { landmarks: null })] }),
];

/** Pictures as bytes, so that galleries can be compared. */
async function plain(gallery: Gallery): Promise<unknown> {
  return Promise.all(
    gallery.map(async (one) => ({
      ...one,
      photos: await Promise.all(
        one.photos.map(async ({ picture, ...rest }) => [
          rest,
          picture.type,
          new Uint8Array(await picture.arrayBuffer()),
        ]),
      ),
    })),
  );
}

const textOf = async (gallery: Gallery) => (await writeGalleryFile(never, gallery)).text();
const read = (text: BlobPart) => readGalleryFile(never, new Blob([text]));

test('a gallery comes back as it was, without embeddings', async () => {
  expect(await plain(await readGalleryFile(never, await writeGalleryFile(never, base)))).toEqual(await plain(base));
  const values = new Float32Array([1, 2]);
  const known = [person('Ada', [], { photos: [photo('a', { embeddings: { hash: { dimensions: 2, values } } })] })];
  expect((await read(await textOf(known)))[0]?.photos[0]?.embeddings).toEqual({});
  // Editors that end lines in another way do no harm.
  expect(await plain(await read((await textOf(base)).replaceAll('\n', '\r\n')))).toEqual(await plain(base));
});

test('a drawn box stays with its photo, in the file and on the device', async () => {
  const box = { x: -3.5, y: 1, width: 30, height: 12 };
  const boxed = [person('Cy', [], { photos: [photo('c1', { landmarks: null, box })] })];
  expect((await read(await textOf(boxed)))[0]?.photos[0]).toMatchObject({ landmarks: null, box });
  await expect(read((await textOf(boxed)).replace('[-3.5,1,30,12]', '[0,0,0,0]'))).rejects.toThrow(FoveaError);
  const [cy] = boxed;
  if (cy?.photos[0] === undefined) throw new Error('Nobody.');
  const records = new Map<string, unknown>([
    [personKey(cy.id), toStoredPerson(cy, 0)],
    [photoKey('c1'), await toStoredPhoto(cy.photos[0])],
  ]);
  const { people, damaged } = readRecords(records);
  expect(damaged).toBe(0);
  expect(people[0]?.photos[0]?.box).toEqual(box);
});

test.each([0, 1, 2, 3, 8191, 8192, 8193, 70_000])(
  'bytes of every value survive, %i of them behind a picture',
  async (length) => {
    const random = createRandom(length);
    const tail = Uint8Array.from({ length }, () => Math.floor(256 * random()));
    const picture = new Blob([pngBytes(2, 2), tail], { type: 'image/png' });
    const gallery = [person('Ada', [], { photos: [photo('a', { width: 2, height: 2, picture })] })];
    expect(await plain(await read(await textOf(gallery)))).toEqual(await plain(gallery));
  },
);

/** The exported lines with one of them changed. */
async function changed(
  index: number,
  edit: (line: Record<string, Record<string, unknown>>) => unknown,
): Promise<string> {
  const lines = (await textOf(base)).trimEnd().split('\n');
  lines[index] = JSON.stringify(edit(JSON.parse(lines[index] ?? '')));
  return `${lines.join('\n')}\n`;
}

const inPhoto = (change: object) => (line: Record<string, Record<string, unknown>>) => ({
  photo: { ...line.photo, ...change },
});
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const flat = Array.from({ length: 68 }, () => [5, 5]);

test.each([
  ['a path for an id', 2, inPhoto({ id: '../../etc/passwd' }), 'Line 3'],
  ['an SVG for a picture', 2, inPhoto({ picture: btoa('<svg xmlns="http://www.w3.org/2000/svg"/>') }), 'no JPEG'],
  ['no base64', 2, inPhoto({ picture: 'ä' }), 'base64'],
  ['a picture that would take all memory', 2, inPhoto({ picture: base64(hugePng()) }), '60000 × 60000'],
  ['a picture of too many bytes', 2, inPhoto({ picture: base64(longPng()) }), 'Line 3'],
  ['67 landmarks', 2, inPhoto({ landmarks: flat.slice(1) }), 'Line 3'],
  ['landmarks all in one point', 2, inPhoto({ landmarks: flat }), 'Line 3'],
  ['a name of blanks', 1, (line: Record<string, object>) => ({ person: { ...line.person, name: ' ' } }), 'empty'],
  ['another version', 0, (line: object) => ({ ...line, version: 2 }), 'version 2'],
  ['another format', 0, (line: object) => ({ ...line, format: 'fovea-ascent' }), 'no saved gallery'],
  ['a person missing', 1, () => ({}), 'Line 2'],
  ['a wrong end', 6, () => ({ end: { people: 2, photos: 4 } }), 'cut off'],
] as const)('a file with %s is refused', async (_, index, edit, words) => {
  const text = await changed(index, edit as (line: Record<string, Record<string, unknown>>) => unknown);
  await expect(read(text)).rejects.toMatchObject({
    name: 'FoveaError',
    message: expect.stringContaining(words),
    remedy: expect.any(String),
  });
});

/** The size stands in the header: nothing that large need be there. */
function hugePng(): Uint8Array {
  const bytes = pngBytes(2, 2);
  new DataView(bytes.buffer).setUint32(16, 60_000);
  new DataView(bytes.buffer).setUint32(20, 60_000);
  return bytes;
}

function longPng(): Uint8Array {
  const bytes = new Uint8Array(galleryLimits.bytes + 3);
  bytes.set(pngBytes(2, 2));
  return bytes;
}

test('a file that is cut off anywhere is refused', async () => {
  const text = (await textOf(base)).trimEnd();
  const places = fc.integer({ min: 0, max: text.length - 1 });
  await fc.assert(
    fc.asyncProperty(places, async (length) => {
      await expect(read(text.slice(0, length))).rejects.toBeInstanceOf(FoveaError);
    }),
  );
});

test('too many people, too many photos, endless lines and other files are refused', async () => {
  const [head = '', one = '', face = ''] = (await textOf(base)).split('\n');
  const crowd = Array.from({ length: galleryLimits.people + 1 }, () => `${one}\n${face}`);
  await expect(read([head, ...crowd].join('\n'))).rejects.toThrow('more than 500 people');
  const album = Array.from({ length: galleryLimits.photos + 1 }, () => face);
  await expect(read([head, one, ...album].join('\n'))).rejects.toThrow('more than 50 photos');
  await expect(read([head, face].join('\n'))).rejects.toThrow('belongs to nobody');
  await expect(read(`${head}\n${' '.repeat(5 * 2 ** 20)}`)).rejects.toThrow('too long');
  await expect(read('')).rejects.toThrow('empty');
  await expect(read(pngBytes(9, 9))).rejects.toBeInstanceOf(FoveaError);
  const large = { size: 2 ** 40, stream: () => new Error('was read') } as unknown as Blob;
  await expect(readGalleryFile(never, large)).rejects.toThrow('2 GB');
});

test('whatever is done to a file, it is read or refused with a remedy', async () => {
  const bytes = new Uint8Array(await (await writeGalleryFile(never, base)).arrayBuffer());
  const edit = fc.record({
    at: fc.nat({ max: bytes.length - 1 }),
    value: fc.integer({ min: 0, max: 255 }),
    cut: fc.nat({ max: 30 }),
    insert: fc.constantFrom('', '[', '"', '{"photo":', 'null', '\n', '-1e999', '__proto__', '\\ud800', ','),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (mutations) => {
      let mutated = bytes;
      for (const { at, value, cut, insert } of mutations) {
        const parts = [mutated.slice(0, at), new TextEncoder().encode(insert), [value], mutated.slice(at + cut)];
        mutated = Uint8Array.from(parts.flatMap((part) => [...part]));
      }
      try {
        const gallery = await read(mutated);
        for (const { name, photos } of gallery) {
          expect(name).not.toBe('');
          expect(photos.length).toBeGreaterThan(0);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(FoveaError);
      }
    }),
    { numRuns: 300 },
  );
});

test('an aborted import ends with the signal’s reason', async () => {
  const reason = new Error('enough');
  await expect(readGalleryFile(AbortSignal.abort(reason), await writeGalleryFile(never, base))).rejects.toBe(reason);
  await expect(writeGalleryFile(AbortSignal.abort(reason), base)).rejects.toBe(reason);
});
