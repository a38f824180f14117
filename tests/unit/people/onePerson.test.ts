import { expect, it } from 'vitest';
import { onePerson } from '../../../src/page/panels/people/table/onePerson';
import { personRows } from '../../../src/page/panels/people/table/personRows';
import { madePhoto } from './support/madeStudy';

const photos = [
  madePhoto('1', { person: 'Anna', group: 'North' }),
  madePhoto('2', { person: 'Anna', group: 'North' }),
  madePhoto('3', { person: 'Anna', group: null }),
  madePhoto('4', { person: 'Bo', group: 'North' }),
];
const measured = new Map(photos.map((photo) => [photo.id, photo]));

it.each([
  [['1', '2'], 2],
  [['not measured', '2', '1'], 2],
  [['1', '3'], null],
  [['1', '2', '4'], null],
  [['not measured'], null],
  [[], null],
] as const)('of %j there is one person where their table has one row, the same', (ids, count) => {
  const [row, ...others] = personRows(ids.flatMap((id) => measured.get(id) ?? []));
  const found = onePerson(ids, measured);
  expect(found?.photos.length ?? null).toBe(count);
  if (row === undefined || others.length > 0) expect(found).toBeNull();
  else expect(found).toEqual({ person: row.person, group: row.group, photos: row.photos });
});
