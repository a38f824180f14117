import { expect, it } from 'vitest';
import { groupCounts } from '../../../src/page/panels/people/side/groupCounts';
import {
  filterPhotos,
  mostHeat,
  personOf,
  photoRows,
  sortPhotos,
} from '../../../src/page/panels/people/table/photoRows';
import type { StudyPhoto } from '../../../src/shared/people';
import { madePhoto } from './support/madeStudy';

const photos: readonly StudyPhoto[] = [
  { id: 'a', file: 'set/photo10.jpg', person: 'Bo', group: 'North' },
  { id: 'b', file: 'set/photo9.jpg', person: null, group: 'South' },
  { id: 'c', file: 'set/photo1.jpg', person: 'Åsa', group: null },
  { id: 'd', file: 'set/broken.jpg', person: null, group: 'North' },
];
const rows = photoRows(photos, {
  measured: new Map(
    [
      madePhoto('a', { probability: 0.5, label: 'Bo', right: true }),
      madePhoto('b', { probability: 0.9, label: 'Cy', person: 'Cy', unknown: true }),
      madePhoto('c', { probability: 0.1, label: 'Bo', right: false }),
    ].map((photo) => [photo.id, photo]),
  ),
  failures: new Map([['d', { id: 'd', file: 'set/broken.jpg', message: 'No.', remedy: 'Yes.' }]]),
});
const ids = (found: readonly { readonly photo: StudyPhoto }[]) => found.map(({ photo }) => photo.id).join('');
const all = { words: '', group: null, state: 'all' } as const;

it('sorts numbers in names as numbers, and puts what has no value last either way', () => {
  expect(ids(sortPhotos(rows, { column: 'file', direction: 'ascending' }))).toBe('dcba');
  expect(ids(sortPhotos(rows, { column: 'probability', direction: 'ascending' }))).toBe('cabd');
  expect(ids(sortPhotos(rows, { column: 'probability', direction: 'descending' }))).toBe('bacd');
  expect(ids(sortPhotos(rows, { column: 'group', direction: 'descending' }))).toBe('badc');
  expect(ids(sortPhotos(rows, { column: 'person', direction: 'ascending' }))).toBe('cabd');
  // Equal ones keep their order.
  expect(ids(sortPhotos(rows, { column: 'eyes', direction: 'ascending' }))).toBe('abcd');
});

it('finds every word somewhere, groups, and photos by what became of them', () => {
  expect(ids(filterPhotos(rows, { ...all, words: 'SET bo' }))).toBe('ac');
  expect(ids(filterPhotos(rows, { ...all, words: 'cy' }))).toBe('b');
  expect(ids(filterPhotos(rows, { ...all, group: 'North' }))).toBe('ad');
  expect(ids(filterPhotos(rows, { ...all, group: '' }))).toBe('c');
  expect(ids(filterPhotos(rows, { ...all, state: 'wrong' }))).toBe('c');
  expect(ids(filterPhotos(rows, { ...all, state: 'unknown' }))).toBe('b');
  expect(ids(filterPhotos(rows, { ...all, state: 'failed' }))).toBe('d');
});

it('names whose photo it is by the user’s word, else as it was measured', () => {
  expect(rows.map(personOf)).toEqual(['Bo', 'Cy', 'Åsa', '']);
  expect(mostHeat(rows)).toBeCloseTo(8 / 36);
});

it('counts persons as the statistics do: who is not named is whom the photo was taken for, or until then a person', () => {
  const more = ['f', 'g'].map((id): StudyPhoto => ({ id, file: id, person: null, group: 'South' }));
  const all = [...photos, ...more];
  const south = (measured: Parameters<typeof groupCounts>[1]['measured']) =>
    groupCounts(all, { measured, failures: new Map() }).find(({ group }) => group === 'South');
  expect(south(new Map())).toEqual({ group: 'South', persons: 3, photos: 3, failed: 0 });
  const taken = ['b', 'f', 'g'].map((id) => [id, madePhoto(id, { person: id === 'g' ? 'g.jpg' : 'Cy' })] as const);
  expect(south(new Map(taken))).toEqual({ group: 'South', persons: 2, photos: 3, failed: 0 });
});

it('counts persons and photos of a group, and by itself what failed: that is in no figure', () => {
  const all = [...photos, { id: 'e', file: 'e', person: 'Bo', group: 'North' }];
  expect(groupCounts(all, { measured: new Map(), failures: new Map() })).toEqual([
    { group: 'North', persons: 2, photos: 3, failed: 0 },
    { group: 'South', persons: 1, photos: 1, failed: 0 },
    { group: null, persons: 1, photos: 1, failed: 0 },
  ]);
  const failures = new Map(all.filter(({ id, person }) => id === 'e' || person !== 'Bo').map(({ id }) => [id, {}]));
  expect(groupCounts(all, { measured: new Map(), failures })[0]).toEqual({
    ...{ group: 'North', persons: 1, photos: 1, failed: 2 },
  });
});
