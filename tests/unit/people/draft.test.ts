import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addToDraft } from '../../../src/page/flows/people/addToDraft';
import { applyGroupsTable } from '../../../src/page/flows/people/applyGroupsTable';
import { assign } from '../../../src/page/flows/people/assign';
import { draftPhotos } from '../../../src/page/flows/people/draftPhotos';
import { splitByLot } from '../../../src/page/flows/people/splitByLot';
import { takeOnPeople } from '../../../src/page/flows/people/takeOnPeople';
import { noticesStore } from '../../../src/page/state/notices';
import { noPhotos, peopleViewStore } from '../../../src/page/state/peopleView';

vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));

const { signal } = new AbortController();
const file = (name: string, content = 'x') => new File([content], name, { lastModified: content.length });
const at = (path: string, content?: string) => ({ path, file: file(path.split('/').at(-1) ?? '', content) });
const rows = () => draftPhotos().map(({ file: path, person, group }) => [path, person, group]);

beforeEach(() => noticesStore.setState({ notices: [] }));
afterEach(() => peopleViewStore.setState(noPhotos));

describe('photos that wait for a study', () => {
  it('have persons and groups by their folders, and one name in two groups is two persons', () => {
    addToDraft([at('A/01/x.jpg'), at('A/02/x.jpg'), at('B/01/x.jpg')]);
    expect(rows()).toEqual([
      ['A/01/x.jpg', 'A / 01', 'A'],
      ['A/02/x.jpg', '02', 'A'],
      ['B/01/x.jpg', 'B / 01', 'B'],
    ]);
    peopleViewStore.setState({ roles: ['person', 'nothing'] });
    expect(rows().map(([, person, group]) => [person, group])).toEqual([
      ['A', null],
      ['A', null],
      ['B', null],
    ]);
  });

  it('are there once, and two of one name are told apart', () => {
    addToDraft([at('x.jpg'), at('y', 'other')]);
    addToDraft([at('x.jpg'), at('x.jpg', 'another'), at('y', 'one more')]);
    expect(rows().map(([path]) => path)).toEqual(['x.jpg', 'y', 'x (2).jpg', 'y (2)']);
    expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual([
      '1 of these photos were added before.',
    ]);
  });

  it('take what a table and a hand say before what folders say', async () => {
    addToDraft([at('A/1/x.jpg'), at('A/2/y.jpg'), at('B/3/z.jpg')]);
    await applyGroupsTable(signal, file('groups.csv', 'x.jpg,North\ny.jpg,\nw.jpg,South'));
    await assign(new Map([['B/3/z.jpg', { person: 'Zoe' }]]));
    expect(rows()).toEqual([
      ['A/1/x.jpg', '1', 'North'],
      ['A/2/y.jpg', '2', null],
      ['B/3/z.jpg', 'Zoe', 'B'],
    ]);
    expect(peopleViewStore.getState().table).toEqual({
      name: 'groups.csv',
      matched: 2,
      unmatched: [{ line: 3, file: 'w.jpg' }],
      ambiguous: [],
      missing: ['B/3/z.jpg'],
    });
  });

  it('refuse a table before there are photos, and tell of one that fits none', async () => {
    await expect(applyGroupsTable(signal, file('groups.csv', 'x.jpg,North'))).rejects.toThrow('there are none yet');
    addToDraft([at('x.jpg')]);
    await applyGroupsTable(signal, file('groups.csv', 'y.jpg,North'));
    expect(noticesStore.getState().notices.at(-1)?.message).toBe('No line of “groups.csv” names one of these photos.');
  });

  it('come with their table in one drop; what is neither is named', async () => {
    await takeOnPeople([at('s/g.csv', 'x.jpg,North'), at('s/x.jpg'), at('s/readme.txt')]);
    expect(rows()).toEqual([['s/x.jpg', null, 'North']]);
    expect(noticesStore.getState().notices.at(-1)?.message).toBe('Left out, for they are no photos: “s/readme.txt”.');
  });
});

it('splits by lot into halves, the same ones each time', () => {
  const items = Array.from({ length: 21 }, (_, i) => i);
  const lots = splitByLot(items, 1);
  expect(lots.map(([item]) => item)).toEqual(items);
  expect(lots.filter(([, lot]) => lot === 'A')).toHaveLength(11);
  expect(splitByLot(items, 1)).toEqual(lots);
  expect(splitByLot(items, 2)).not.toEqual(lots);
});
