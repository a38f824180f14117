/** One order of groups everywhere, and the same figures whatever was measured first. */
import { afterEach, expect, test, vi } from 'vitest';
import { compareStudy } from '../../../src/page/flows/people/compareStudy';
import { groupMaps } from '../../../src/page/flows/people/groupMaps';
import type { Subject } from '../../../src/page/flows/people/training/subject';
import { trainWithMasks } from '../../../src/page/flows/people/trainWithMasks';
import { groupCounts } from '../../../src/page/panels/people/side/groupCounts';
import { noStudy, studyStore } from '../../../src/page/state/study';
import type { MaskComparison, PeopleComparison } from '../../../src/shared/calls/peopleCalls';
import type { MaskedPhoto, MeasuredPhoto } from '../../../src/shared/people';
import { compareGroups } from '../../../src/shared/people/compareGroups';
import { compareMasked } from '../../../src/shared/people/compareMasked';
import { compareGroupNames, comparePhotos } from '../../../src/shared/people/groupOrder';
import { perRegion } from '../../../src/shared/people/quantities';
import { createRandom } from '../../../src/shared/random';
import { madePhoto } from './support/madeStudy';

const at = vi.hoisted(() => ({ subjects: [] as readonly Subject[] }));
vi.mock('../../../src/page/engine/instance', () => ({
  engine: () => ({
    run: async (_: AbortSignal, call: string, given: PeopleComparison & MaskComparison) =>
      call === 'comparePeople' ? compareGroups(given.rows, given) : compareMasked(given),
  }),
}));
vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/flows/people/training/compareTrainings', () => ({
  compareTrainings: async (_: AbortSignal, __: object, subjects: readonly Subject[]) => {
    at.subjects = subjects;
    return null;
  },
}));

afterEach(() => studyStore.setState(noStudy));

const settings = { network: 'net', layer: 'l', method: 'grad-cam', seed: 3, resamples: 200 } as const;
const groups = ['Lot 10', 'Lot 2', 'ärm', 'Zoo', 'arm'];
const inOrder = ['ärm', 'arm', 'Lot 2', 'Lot 10', 'Zoo'].sort(compareGroupNames);

/** Nine persons a group with two photos each, in an order that the groups' names do not have. */
function photos(): readonly MeasuredPhoto[] {
  const random = createRandom(5);
  return Array.from({ length: 18 * groups.length }, (_, i) => {
    const group = groups[i % groups.length] ?? '';
    const file = `${i}.jpg`;
    const eyes = random() / 4;
    return madePhoto(file, {
      ...{ file, group, person: `${group} ${Math.floor(i / groups.length) % 9}`, probability: random() },
      regions: perRegion((region) => (region === 'eyes' ? eyes : (1 - eyes) / 7)),
    });
  });
}

test('names stand by the alphabet, numbers by their value, marks that nobody sees last, no group at the end', () => {
  const names = ['b', null, 'Lot 10', 'a\u200f', 'Lot 9', 'a'];
  expect([...names].sort(compareGroupNames)).toEqual(['a', 'a\u200f', 'b', 'Lot 9', 'Lot 10', null]);
  const one = { group: 'a', person: 'b', file: '2.jpg' };
  expect(comparePhotos(one, { ...one, file: '10.jpg' })).toBeLessThan(0);
  expect(comparePhotos({ ...one, person: 'c' }, { ...one, file: '1.jpg' })).toBeGreaterThan(0);
});

test('tables, maps, tests, changes by a mask and trained heads have the groups in one order', async () => {
  const all = photos();
  const measured = new Map(all.map((photo) => [photo.id, photo]));
  const under = all.map((photo): MaskedPhoto => ({ ...photo, kept: 0.1, covered: 0.2, heatOnMask: 0 })).reverse();
  const masked = {
    mask: [],
    name: 'Eye bar',
    measured: new Map(under.map((one) => [one.id, one])),
    failures: new Map(),
  };
  studyStore.setState({ ...noStudy, settings, measured, masked, photos: [...all] });
  await compareStudy();
  const { comparison, maskedComparison, losses } = studyStore.getState();
  for (const found of [comparison, maskedComparison, losses]) {
    expect(found?.groups.map(({ group }) => group)).toEqual(inOrder);
    const pairs = new Set(found?.differences.map(({ groups: [a, b] }) => `${a} ${b}`));
    expect([...pairs]).toEqual(inOrder.flatMap((a, i) => inOrder.slice(i + 1).map((b) => `${a} ${b}`)));
  }
  expect(groupCounts(all, { measured, failures: new Map() }).map(({ group }) => group)).toEqual(inOrder);
  for (const one of [all, under]) expect(groupMaps(one).map(({ group }) => group)).toEqual(inOrder);
  await trainWithMasks();
  expect([...new Set(at.subjects.map(({ group }) => group))]).toEqual(inOrder);
});

test('the same photos and seed give the same figures, whichever was measured or added first', async () => {
  const figures = async (all: readonly MeasuredPhoto[]) => {
    studyStore.setState({
      ...noStudy,
      settings,
      measured: new Map(all.map((photo) => [photo.id, photo])),
      photos: all,
    });
    await compareStudy();
    await trainWithMasks();
    return { comparison: studyStore.getState().comparison, subjects: at.subjects.map(({ id }) => id) };
  };
  const all = photos();
  const first = await figures(all);
  // Ten pairs: 8 regions, probability and five conditions; nobody's name can be right or wrong.
  expect(first.comparison?.tests).toBe(140);
  const random = createRandom(6);
  const shuffled = all.map((photo) => ({ photo, place: random() })).sort((a, b) => a.place - b.place);
  expect(await figures(shuffled.map(({ photo }) => photo))).toEqual(first);
});
