import { expect, it } from 'vitest';
import {
  countPersons,
  filterPersons,
  idsOf,
  missingWords,
  personRows,
  sortPersons,
} from '../../../src/page/panels/people/table/personRows';
import { regions } from '../../../src/shared/face';
import { compareGroups } from '../../../src/shared/people/compareGroups';
import { perRegion } from '../../../src/shared/people/quantities';
import { madePhoto } from './support/madeStudy';

const eyes = (share: number) => perRegion((region) => (region === 'eyes' ? share : (1 - share) / (regions.length - 1)));
const bo = { person: 'Bo', group: 'North' };
const photos = [
  madePhoto('a', { ...bo, label: 'Bo', right: true, probability: 0.9, regions: eyes(0.2) }),
  madePhoto('b', { person: 'Åsa', group: 'North', label: 'Cy', right: null, probability: 0.5, regions: eyes(0.5) }),
  madePhoto('c', { ...bo, label: 'Cy', right: false, probability: 0.3, regions: eyes(0.6), file: 'set/c.jpg' }),
  madePhoto('d', { ...bo, label: 'Bo', right: true, probability: 0.6, regions: eyes(0.1) }),
  madePhoto('e', { ...bo, group: 'South', label: 'Dee', right: false, probability: 0.1, unknown: true }),
  madePhoto('f', { person: 'Cy', group: null, label: 'Cy', right: true, probability: 0.8 }),
];
const rows = personRows(photos);
const names = (found: typeof rows) => found.map(({ person, group }) => `${person} ${group}`);
const all = { words: '', group: null, state: 'all' } as const;

it('averages a person’s photos, each group’s by themselves', () => {
  expect(names(rows)).toEqual(['Bo North', 'Åsa North', 'Bo South', 'Cy null']);
  const [first] = rows;
  expect(first?.photos.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  expect(first?.measured?.probability).toBeCloseTo((0.9 + 0.3 + 0.6) / 3, 12);
  expect(first?.measured?.recognised).toBeCloseTo(2 / 3, 12);
  expect(first?.measured?.regions.eyes).toBeCloseTo((0.2 + 0.6 + 0.1) / 3, 12);
  expect(first).toMatchObject({ label: 'Bo', labelled: 2 });
  expect(rows[1]?.measured?.recognised).toBeNull();
});

it('has the very figures that the groups are made of', () => {
  const north = compareGroups(photos, { seed: 1, resamples: 100 }).groups.find(({ group }) => group === 'North');
  const own = rows.filter(({ group }) => group === 'North');
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(own).toHaveLength(north?.persons ?? 0);
  expect(mean(own.map(({ measured }) => measured?.probability ?? Number.NaN))).toBeCloseTo(
    north?.probability.mean ?? 0,
    12,
  );
  expect(mean(own.map(({ measured }) => measured?.regions.eyes ?? Number.NaN))).toBeCloseTo(
    north?.regions.eyes.mean ?? 0,
    12,
  );
});

it('sorts by name, group, number of photos and figures, what is missing last', () => {
  const sorted = (...[column, direction]: [Parameters<typeof sortPersons>[1]['column'], 'ascending' | 'descending']) =>
    names(sortPersons(rows, { column, direction }));
  expect(sorted('person', 'ascending')).toEqual(['Åsa North', 'Bo North', 'Bo South', 'Cy null']);
  expect(sorted('photos', 'descending')[0]).toBe('Bo North');
  expect(sorted('probability', 'ascending')[0]).toBe('Bo South');
  expect(sorted('recognised', 'descending')).toEqual(['Cy null', 'Bo North', 'Bo South', 'Åsa North']);
  expect(sorted('group', 'descending').at(-1)).toBe('Cy null');
  expect(sorted('eyes', 'descending')[0]).toBe('Åsa North');
});

it('lets persons through by what one of their photos is', () => {
  expect(names(filterPersons(rows, { ...all, state: 'wrong' }))).toEqual(['Bo North', 'Bo South']);
  expect(names(filterPersons(rows, { ...all, state: 'unknown' }))).toEqual(['Bo South']);
  expect(filterPersons(rows, { ...all, state: 'failed' })).toEqual([]);
  expect(names(filterPersons(rows, { ...all, group: '' }))).toEqual(['Cy null']);
  expect(names(filterPersons(rows, { ...all, words: 'SET bo' }))).toEqual(['Bo North']);
  expect(names(filterPersons(rows, { ...all, words: 'dee' }))).toEqual(['Bo South']);
});

it('has a line for everybody of whom photos failed, with the reasons, and no figure of these', () => {
  const failed = (id: string, person: string | null, message: string) => ({
    photo: { id, file: `set/${id}.jpg`, person, group: 'North' },
    failure: { id, file: `set/${id}.jpg`, message, remedy: '' },
  });
  const some = personRows(photos, {
    failures: [
      failed('x', 'Bo', 'No face was found.'),
      failed('y', 'Bo', 'No face was found.'),
      failed('z', 'Bo', 'It is text.'),
      failed('v', 'Eve', 'It is text.'),
      failed('w', null, 'It is too large.'),
    ],
  });
  expect(names(some)).toEqual([...names(rows), 'Eve North', 'set/w.jpg North']);
  const [bo] = some;
  expect(bo?.measured).toEqual(rows[0]?.measured);
  expect(idsOf(bo ?? { photos: [], waiting: [], failed: [] })).toEqual(['a', 'c', 'd', 'x', 'y', 'z']);
  expect(some.map(missingWords)).toEqual([
    '3 photos failed: No face was found. It is text.',
    ...[null, null, null],
    '1 photo failed: It is text.',
    '1 photo failed: It is too large.',
  ]);
  // Nobody of whom every photo failed is counted.
  expect(countPersons(some)).toBe(4);
  expect(names(filterPersons(some, { ...all, state: 'failed' }))).toEqual(['Bo North', 'Eve North', 'set/w.jpg North']);
  expect(names(filterPersons(some, { ...all, words: 'set/w' }))).toEqual(['set/w.jpg North']);
  const byShare = names(sortPersons(some, { column: 'probability', direction: 'descending' }));
  expect(byShare.slice(-2)).toEqual(['Eve North', 'set/w.jpg North']);
});

it('lists before anything is measured whom the user named, and each other photo by itself', () => {
  const photo = (id: string, person: string | null) => ({ id, file: `${id}.jpg`, person, group: null });
  const waiting = [photo('a', 'Bo'), photo('b', 'Åsa'), photo('c', 'Bo'), photo('d', null)];
  const some = personRows([], { waiting });
  expect(names(some)).toEqual(['Bo null', 'Åsa null', 'd.jpg null']);
  expect(some.map(({ measured }) => measured)).toEqual([null, null, null]);
  expect(some.map(missingWords)).toEqual(['2 photos wait.', '1 photo waits.', '1 photo waits.']);
  expect(some.map(idsOf)).toEqual([['a', 'c'], ['b'], ['d']]);
  expect(countPersons(some)).toBe(3);
  // Measured in part, a person has the figures of that part, and says so.
  const [bo] = personRows([madePhoto('a', { person: 'Bo', group: null, probability: 0.5 })], {
    waiting: [photo('c', 'Bo')],
  });
  expect(bo?.measured?.probability).toBe(0.5);
  expect(bo === undefined ? null : missingWords(bo)).toBe('1 photo waits.');
});
