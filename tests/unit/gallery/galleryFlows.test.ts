import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { clearGallery } from '../../../src/page/flows/gallery/clearGallery';
import { importGallery } from '../../../src/page/flows/gallery/importGallery';
import { removePerson } from '../../../src/page/flows/gallery/removePerson';
import { removePhoto } from '../../../src/page/flows/gallery/removePhoto';
import { removeWithUndo } from '../../../src/page/flows/gallery/removeWithUndo';
import { renamePerson } from '../../../src/page/flows/gallery/renamePerson';
import { setGroup } from '../../../src/page/flows/gallery/setGroup';
import { writeGalleryFile } from '../../../src/page/intake/gallery/writeGalleryFile';
import { galleryStore, type OfferedRemoval, undoRemoval } from '../../../src/page/state/gallery/gallery';
import { noticesStore } from '../../../src/page/state/notices';
import { FoveaError } from '../../../src/shared/errors';
import { galleryLimits } from '../../../src/shared/gallery';
import { person } from './samples';

/** No photo is in view: nothing is recognised again. */
vi.mock('../../../src/page/flows/gallery/recogniseAgain', () => ({ recogniseAgain: async () => undefined }));

const never = new AbortController().signal;
const ada = person('Ada', ['a1', 'a2']);
const bo = person('Bo', ['b1']);
const undo = (removal: OfferedRemoval | null) => removal !== null && undoRemoval(removal.id);
const people = () => galleryStore.getState().people;

beforeEach(() => {
  galleryStore.setState({ people: [ada, bo], removals: [] });
  noticesStore.setState({ notices: [] });
});

test('a person is renamed and put into a group; a name that is taken changes nothing', () => {
  renamePerson('id-Ada', 'Ida');
  setGroup('id-Ada', 'tall');
  expect(people()[0]).toMatchObject({ name: 'Ida', group: 'tall' });
  const before = people();
  expect(() => renamePerson('id-Ada', 'bo')).toThrow(FoveaError);
  expect(people()).toBe(before);
});

test('removals are undone each by itself, in whatever order, and all comes back where it was', () => {
  const base = [
    person('Ada', ['a1', 'a2', 'a3']),
    person('Bo', ['b1']),
    person('Cy', ['c1', 'c2']),
    person('Di', ['d1']),
  ];
  const photos = base.flatMap((one) => one.photos.map(({ id }) => id));
  const orders = fc.uniqueArray(fc.constantFrom(...photos), { minLength: 1 }).chain((gone) =>
    fc.record({
      gone: fc.constant(gone),
      whole: fc.constantFrom(null, ...base.map(({ id }) => id)),
      undone: fc.shuffledSubarray([...gone.keys(), gone.length], { minLength: gone.length + 1 }),
    }),
  );
  fc.assert(
    fc.property(orders, ({ gone, whole, undone }) => {
      galleryStore.setState({ people: base, removals: [] });
      const removals = [...gone.map(removePhoto), whole === null ? clearGallery() : removePerson(whole)];
      for (const index of undone) undo(removals[index] ?? null);
      expect(people()).toEqual(base);
      expect(galleryStore.getState().removals).toEqual([]);
    }),
  );
});

test('a removal is undone once; nothing is one where nobody goes', () => {
  const removal = removePerson('id-Ada');
  expect(removal?.title).toBe('Removed Ada');
  expect(undo(removal)).toBe(true);
  expect(undo(removal)).toBe(false);
  expect(people()).toEqual([ada, bo]);
  expect(clearGallery()?.title).toBe('Removed 2 people');
  expect(removePerson('nobody')).toBeNull();
});

test('a name given between two removals stays when both are undone', () => {
  const photo = removePhoto('a1');
  renamePerson('id-Ada', 'Eve');
  const all = removePerson('id-Ada');
  undo(photo);
  undo(all);
  expect(people()).toEqual([{ ...ada, name: 'Eve' }, bo]);
});

test('what cannot be undone any more says so', () => {
  removeWithUndo(() => removePerson('id-Ada'));
  const [notice] = noticesStore.getState().notices;
  galleryStore.setState({ people: [], removals: [] });
  notice?.action?.run();
  expect(people()).toEqual([]);
  expect(noticesStore.getState().notices.at(-1)?.message).toBe('This removal cannot be undone any more.');
});

test('the offer to undo takes back what it was made for, although more was removed since', () => {
  removeWithUndo(() => removePhoto('a1'));
  removeWithUndo(() => removePerson('id-Bo'));
  const [photo] = noticesStore.getState().notices;
  expect(photo?.message).toBe('Removed a photo of Ada.');
  photo?.action?.run();
  expect(people()).toEqual([ada]);
});

test('an import adds what is new, and says how much; a second one adds nothing', async () => {
  const file = await writeGalleryFile(never, [person('ada', ['a2', 'a3']), person('Cy', ['c1'])]);
  expect(await importGallery(never, file)).toBe(2);
  expect(people().map(({ name, photos }) => [name, photos.map(({ id }) => id)])).toEqual([
    ['Ada', ['a1', 'a2', 'a3']],
    ['Bo', ['b1']],
    ['Cy', ['c1']],
  ]);
  renamePerson('id-Cy', 'Cyrus');
  expect(await importGallery(never, file)).toBe(0);
  expect(people()).toHaveLength(3);
  expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual([
    'Imported 2 photos.',
    'All photos of this gallery are here already.',
  ]);
});

test('an import that would overfill the gallery changes nothing', async () => {
  const many = Array.from({ length: galleryLimits.photos - 1 }, (_, i) => `m${i}`);
  const before = people();
  const file = await writeGalleryFile(never, [person('Cy', ['c1']), person('Ada', many)]);
  await expect(importGallery(never, file)).rejects.toThrow('Ada would have 51 photos');
  expect(people()).toBe(before);
});
