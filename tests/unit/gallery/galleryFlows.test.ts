import { beforeEach, expect, test } from 'vitest';
import { clearGallery } from '../../../src/page/flows/gallery/clearGallery';
import { importGallery } from '../../../src/page/flows/gallery/importGallery';
import { removePerson } from '../../../src/page/flows/gallery/removePerson';
import { renamePerson } from '../../../src/page/flows/gallery/renamePerson';
import { setGroup } from '../../../src/page/flows/gallery/setGroup';
import { undoRemoval } from '../../../src/page/flows/gallery/undoRemoval';
import { writeGalleryFile } from '../../../src/page/intake/gallery/writeGalleryFile';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import { noticesStore } from '../../../src/page/state/notices';
import { FoveaError } from '../../../src/shared/errors';
import { galleryLimits } from '../../../src/shared/gallery';
import { person } from './samples';

const never = new AbortController().signal;
const ada = person('Ada', ['a1', 'a2']);
const bo = person('Bo', ['b1']);
const people = () => galleryStore.getState().people;

beforeEach(() => {
  galleryStore.setState({ people: [ada, bo], removed: null });
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

test('the last removal is undone, once', () => {
  removePerson('id-Ada');
  removePerson('id-Bo');
  expect(people()).toEqual([]);
  undoRemoval();
  expect(people()).toEqual([bo]);
  undoRemoval();
  expect(people()).toEqual([bo]);
  clearGallery();
  expect(galleryStore.getState().removed?.title).toBe('Removed Bo');
  undoRemoval();
  expect(people()).toEqual([bo]);
  removePerson('nobody');
  expect(galleryStore.getState().removed).toBeNull();
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
