import { beforeEach, expect, it, vi } from 'vitest';
import { joinSpellings } from '../../../src/page/flows/people/joinSpellings';
import { labelMeasurement } from '../../../src/page/flows/people/labelMeasurement';
import { peopleViewStore } from '../../../src/page/state/peopleView';
import { noStudy, studyStore } from '../../../src/page/state/study';
import type { MeasuredPhoto } from '../../../src/shared/people';
import { spellingsOf } from '../../../src/shared/people/spellings';

vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({}) }));
vi.mock('../../../src/page/flows/people/compareStudy', () => ({
  compareStudy: async () => {},
  supersedeComparison: () => {},
}));
vi.mock('../../../src/page/flows/people/keepStudy', () => ({ keepStudy: async () => {} }));

const photo = (id: string, person: string | null, group: string | null) => ({ id, file: `${id}.jpg`, person, group });
const photos = [
  photo('a', 'anna', 'North'),
  photo('b', 'Anna', 'North'),
  photo('c', 'Anna', 'North'),
  photo('d', 'ANNA', 'South'),
  photo('e', 'Bo', 'South'),
  photo('f', 'Bo', 'South'),
  photo('g', null, 'North'),
  photo('h', 'bo', null),
];

const nothing = new Map();

beforeEach(() => studyStore.setState({ ...noStudy, ready: true, photos }));

it('finds persons of one group whose names differ in case alone, and none across groups', () => {
  expect(spellingsOf(photos, nothing)).toEqual([{ group: 'North', names: ['Anna', 'anna'] }]);
  expect(spellingsOf([], nothing)).toEqual([]);
});

it('makes one person of them, by the name that most photos have, and of nobody else', async () => {
  for (const one of spellingsOf(photos, nothing)) await joinSpellings(one);
  expect(studyStore.getState().photos.map(({ person }) => person)).toEqual([
    ...['Anna', 'Anna', 'Anna', 'ANNA', 'Bo', 'Bo', null, 'bo'],
  ]);
  expect(peopleViewStore.getState().said.size).toBe(0);
});

it('counts the person whom the gallery found where nobody is named, and joins under the gallery’s spelling', async () => {
  const own = [
    photo('1', 'anna', 'North'),
    photo('2', 'anna', 'North'),
    ...['3', '4', '5', 'x', 'X'].map((id) => photo(id, null, 'North')),
  ];
  studyStore.setState({ photos: own });
  const label = (id: string) => {
    const one = own.find((given) => given.id === id);
    if (one === undefined) throw new Error('No such photo.');
    const answer = { label: 'Anna', unknown: !['3', '4'].includes(id) } as MeasuredPhoto;
    return [id, labelMeasurement(answer, one, ['Anna'])] as const;
  };
  // Photo 5 waits; nobody near enough is found on “x.jpg” and “X.jpg”, which are two photos, not two spellings.
  const measured = new Map(['1', '2', '3', '4', 'x', 'X'].map(label));
  const found = spellingsOf(own, measured);
  expect(found).toEqual([{ group: 'North', names: ['Anna', 'anna'] }]);
  for (const one of found) await joinSpellings(one);
  const joined = studyStore.getState().photos;
  expect(joined.map(({ person }) => person)).toEqual(['Anna', 'Anna', ...new Array(5).fill(null)]);
  expect(spellingsOf(joined, measured)).toEqual([]);
});
