import { beforeEach, expect, it, vi } from 'vitest';
import { joinSpellings } from '../../../src/page/flows/people/joinSpellings';
import { peopleViewStore } from '../../../src/page/state/peopleView';
import { noStudy, studyStore } from '../../../src/page/state/study';
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

beforeEach(() => studyStore.setState({ ...noStudy, ready: true, photos }));

it('finds persons of one group whose names differ in case alone, and none across groups', () => {
  expect(spellingsOf(photos)).toEqual([{ group: 'North', names: ['Anna', 'anna'] }]);
  expect(spellingsOf([])).toEqual([]);
});

it('makes one person of them, by the name that most photos have, and of nobody else', async () => {
  for (const one of spellingsOf(photos)) await joinSpellings(one);
  expect(studyStore.getState().photos.map(({ person }) => person)).toEqual([
    ...['Anna', 'Anna', 'Anna', 'ANNA', 'Bo', 'Bo', null, 'bo'],
  ]);
  expect(peopleViewStore.getState().said.size).toBe(0);
});
