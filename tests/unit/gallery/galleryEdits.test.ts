import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as edits from '../../../src/page/state/gallery/galleryEdits';
import { removalBetween, undoRemoval } from '../../../src/page/state/gallery/removal';
import { FoveaError } from '../../../src/shared/errors';
import { type Gallery, galleryLimits } from '../../../src/shared/gallery';
import { person } from './samples';

const photosOf = (gallery: Gallery, name: string) => edits.findByName(gallery, name)?.photos.map(({ id }) => id);
const names = (gallery: Gallery) => gallery.map(({ name }) => name);
const base: Gallery = [person('Ada', ['a1', 'a2']), person('Bo', ['b1'], { group: 'x' }), person('Cy', ['c1'])];

test('a name that is there, in whatever case or width, gets the photos; they are not added twice', () => {
  const merged = edits.addPerson(base, person('  ADA ', ['a2', 'a3'], { id: 'other', group: 'tall' }));
  expect(names(merged)).toEqual(['Ada', 'Bo', 'Cy']);
  expect(photosOf(merged, 'Ada')).toEqual(['a1', 'a2', 'a3']);
  expect(merged[0]).toMatchObject({ id: 'id-Ada', group: 'tall' });
  expect(edits.addPerson(base, person('Ａｄａ', ['a4']))).toHaveLength(3);
  expect(edits.addPerson(base, person('Someone else', ['a1']))).toBe(base);
  expect(names(edits.addPerson(base, person('Di', ['d1', 'd1'])))).toEqual(['Ada', 'Bo', 'Cy', 'Di']);
  expect(photosOf(edits.addPerson(base, person('Di', ['d1', 'd1'])), 'Di')).toEqual(['d1']);
});

test('a bundled person that gets photos of the user’s is the user’s', () => {
  const bundled = [person('Ada', ['a1'], { bundled: true })];
  expect(edits.addPerson(bundled, person('Ada', ['a9']))[0]?.bundled).toBe(false);
  expect(edits.addPerson(bundled, person('Ada', ['a9'], { bundled: true }))[0]?.bundled).toBe(true);
});

test('two people never share an id', () => {
  const both = edits.addPerson(base, person('Di', ['d1'], { id: 'id-Ada' }));
  expect(new Set(both.map(({ id }) => id)).size).toBe(4);
});

test('names are cleaned, and refused when empty, too long or taken', () => {
  expect(edits.renamePerson(base, 'id-Bo', '  Bo \t\u202e  Jr\u0000 ')[1]?.name).toBe('Bo Jr');
  expect(edits.renamePerson(base, 'id-Bo', 'BO')[1]?.name).toBe('BO');
  // Persian is written with a joiner that is not seen.
  expect(edits.renamePerson(base, 'id-Bo', 'می\u200cنا')[1]?.name).toBe('می\u200cنا');
  for (const name of ['', ' \n ', '\u200e', 'x'.repeat(galleryLimits.text + 1), 'aDA'])
    expect(() => edits.renamePerson(base, 'id-Bo', name)).toThrow(FoveaError);
  expect(() => edits.renamePerson(base, 'id-Nobody', 'Z')).toThrow('no longer');
});

test('groups are set and taken away', () => {
  expect(edits.setGroup(base, 'id-Ada', ' tall  people ')[0]?.group).toBe('tall people');
  expect(edits.setGroup(base, 'id-Bo', '  ')[1]?.group).toBeNull();
  expect(edits.setGroup(base, 'id-Bo', null)[1]?.group).toBeNull();
});

test('the limits hold, and name the remedy', () => {
  const full = Array.from({ length: galleryLimits.people }, (_, i) => person(`P${i}`, [`p${i}`]));
  expect(() => edits.addPerson(full, person('One more', ['z']))).toThrow('full');
  expect(edits.addPerson(full, person('p7', ['z']))).toHaveLength(galleryLimits.people);
  const many = Array.from({ length: galleryLimits.photos }, (_, i) => `m${i}`);
  const crowded = edits.addPerson(base, person('Cy', many.slice(1)));
  expect(photosOf(crowded, 'Cy')).toHaveLength(galleryLimits.photos);
  expect(() => edits.addPerson(crowded, person('Cy', ['last']))).toThrow(`${galleryLimits.photos} is the most`);
});

test('with the last photo its person goes', () => {
  expect(photosOf(edits.removePhoto(base, 'a1'), 'Ada')).toEqual(['a2']);
  expect(names(edits.removePhoto(base, 'b1'))).toEqual(['Ada', 'Cy']);
});

test('embeddings go to their photos and to no other', () => {
  const own = { dimensions: 2, values: new Float32Array([1, 2]) };
  const known = edits.setEmbeddings(
    base,
    'hash',
    new Map([
      ['a2', own],
      ['gone', own],
    ]),
  );
  expect(known[0]?.photos.map(({ embeddings }) => embeddings)).toEqual([{}, { hash: own }]);
  expect(known[1]).toBe(base[1]);
});

test('whatever is removed comes back where it was, and what happened since stays', () => {
  const after = edits.removePerson(base, 'id-Bo');
  const removal = removalBetween(base, after);
  if (removal === null) throw new Error('Nothing was removed.');
  expect(removal.title).toBe('Removed Bo');
  expect(undoRemoval(after, removal)).toEqual(base);
  const since = edits.renamePerson(edits.addPerson(after, person('Di', ['d1'])), 'id-Ada', 'Ida');
  expect(names(undoRemoval(since, removal))).toEqual(['Ida', 'Bo', 'Cy', 'Di']);
  const taken = edits.addPerson(after, person('bo', ['new']));
  expect(photosOf(undoRemoval(taken, removal), 'bo')).toEqual(['new', 'b1']);
});

test('undoing any removal gives the gallery from before it', () => {
  const photos = ['a1', 'a2', 'b1', 'c1'];
  fc.assert(
    fc.property(fc.subarray(photos, { minLength: 1 }), (gone) => {
      const after = gone.reduce(edits.removePhoto, base);
      const removal = removalBetween(base, after);
      if (removal === null) throw new Error('Nothing was removed.');
      expect(undoRemoval(after, removal)).toEqual(base);
    }),
  );
  expect(removalBetween(base, [])?.title).toBe('Removed 3 people');
  expect(removalBetween(base, edits.removePhoto(base, 'a1'))?.title).toBe('Removed a photo of Ada');
  expect(removalBetween(base, base)).toBeNull();
});
