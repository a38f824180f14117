/** The study that a newcomer begins with: the sample photos, whose faces the gallery holds. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSamples } from '../../src/page/flows/people/addSamples';
import { beginStudy } from '../../src/page/flows/people/beginStudy';
import { openPhotoOn } from '../../src/page/flows/people/openPhotoOn';
import { removeStudy } from '../../src/page/flows/people/removeStudy';
import { startStudy } from '../../src/page/flows/people/startStudy';
import { storedFace } from '../../src/page/flows/people/storedFace';
import { facesStore } from '../../src/page/state/faces';
import { galleryStore } from '../../src/page/state/gallery/gallery';
import { noPhotos, peopleViewStore } from '../../src/page/state/peopleView';
import { studyStore } from '../../src/page/state/study';
import { studyPhotos } from '../bench/people/studyPhotos';
import { openFaces } from '../bench/recognition/openFaces';
import { never } from './support/photos';

const patience = 240_000;
const wanted = { network: 'hse-mobilenet' };
/** In the cuts of these the detector found no face, or that of a neighbour. */
const hard = ['Person 4', 'Person 10', 'Person 13'];
const state = () => studyStore.getState();

beforeAll(async () => {
  await openFaces(never);
  await addSamples(never);
  peopleViewStore.setState(({ draft }) => ({
    wanted,
    draft: draft.filter(({ path }) => hard.some((name) => path === `${name}.jpg`)),
  }));
  await beginStudy();
}, patience);
afterAll(async () => {
  peopleViewStore.setState(noPhotos);
  await removeStudy();
});

test('sample photos are measured, each as the face that the gallery has of it, and none fails', () => {
  expect([...state().failures.values()]).toEqual([]);
  const number = ({ label }: { readonly label: string }) => hard.indexOf(label);
  const measured = [...state().measured.values()].sort((a, b) => number(a) - number(b));
  expect(measured.map(({ person, label, right }) => [person, label, right])).toEqual(
    hard.map((name) => [name, name, true]),
  );
  // They are in the gallery: that their names are right is no finding, and no rate is made of it.
  expect(measured.map(({ enrolled }) => enrolled)).toEqual([true, true, true]);
  for (const group of state().comparison?.groups ?? []) {
    expect(group.recognised).toBeNull();
    expect(group.enrolled.photos).toBe(group.photos);
  }
  expect(state().comparison?.groups.length).toBeGreaterThan(0);
});

test('a measured photo opens with the face that the study kept, whatever the detector finds in its cut', async () => {
  for (const { id } of state().photos) {
    await openPhotoOn('masks', id);
    const { photo, choice, recognition, problem } = facesStore.getState();
    expect(problem).toBeNull();
    expect(choice).toEqual({ kind: 'face', index: 0 });
    const face = await storedFace(id);
    expect(photo?.faces.map(({ landmarks }) => landmarks)).toEqual([face?.landmarks]);
    // The network sees what it saw in the study.
    const [first] = [...(recognition?.identity?.scores ?? [])].sort((a, b) => b.probability - a.probability);
    expect(first?.label).toBe(state().measured.get(id)?.label);
    expect(first?.probability).toBeCloseTo(state().measured.get(id)?.probability ?? Number.NaN, 4);
  }
});

test(
  'a changed copy of a gallery’s photo is not the photo: its name can be right or wrong',
  async () => {
    const [person] = galleryStore.getState().people;
    const [copy] = await studyPhotos(never, 1);
    if (copy === undefined) throw new Error('A copy is drawn.');
    await startStudy([{ file: copy.file, path: 'copy.jpg', person: person?.name ?? null }], wanted);
    expect([...state().measured.values()].map(({ enrolled }) => enrolled)).toEqual([false]);
  },
  patience,
);

test('what a saved study says of the sample photos holds: they come in its groups', async () => {
  const settings = { network: 'hse-mobilenet', layer: 'l', method: 'grad-cam', seed: 1, resamples: 200 } as const;
  const opened = { name: 'study.json', settings, mask: null, photos: 1 };
  const said = new Map([['Person 4.jpg', { person: 'Person 4', group: 'Mine' }]]);
  peopleViewStore.setState({ ...noPhotos, opened, said });
  await addSamples(never);
  const groupOf = (file: string) => peopleViewStore.getState().said.get(file)?.group;
  expect(groupOf('Person 4.jpg')).toBe('Mine');
  expect(groupOf('Person 10.jpg')).toMatch(/^Lot /);
});
