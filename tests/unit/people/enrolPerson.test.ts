import { afterEach, expect, it, vi } from 'vitest';
import { recordKey } from '../../../src/page/engine/people/studyRecords';
import { studyVault } from '../../../src/page/engine/people/studyVault';
import { enrolPerson } from '../../../src/page/flows/people/enrolPerson';
import { forgetLabelSteps, undoLabels } from '../../../src/page/flows/people/labelSteps';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import { noStudy, studyStore } from '../../../src/page/state/study';

vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({ run: () => new Promise(() => {}) }) }));

const settings = { network: 'net', layer: 'l', method: 'grad-cam', seed: 1, resamples: 200 } as const;
const photo = (id: string, person: string | null) => ({ id, file: `${id}.jpg`, person, group: 'North' });
const face = (value: number) => ({
  ...{ width: 40, height: 30, bytes: Uint8Array.of(value).buffer, type: 'image/jpeg', faces: 1, faceSize: 10 },
  landmarks: Array.from({ length: 68 }, (_, i) => ({ x: i / 2, y: i / 4 })),
});

afterEach(async () => {
  galleryStore.setState({ people: [] });
  forgetLabelSteps();
  await studyVault.clear();
});

it('gives the gallery the very faces that the study keeps, as many as are wanted, and the photos the name', async () => {
  const photos = [photo('1-1', null), photo('2-2', null), photo('3-3', 'Bo')];
  studyStore.setState({ ready: true, ...noStudy, settings, photos });
  await studyVault.change([
    [recordKey('face', '1-1'), face(1)],
    [recordKey('face', '2-2'), face(2)],
  ]);
  expect(await enrolPerson({ name: 'Anna', group: 'North', ids: ['1-1', '2-2'], photos: 1 })).toBe(1);
  const [anna] = galleryStore.getState().people;
  expect(anna).toMatchObject({ name: 'Anna', group: 'North', bundled: false });
  expect(anna?.photos.map(({ id, width, height }) => [id, width, height])).toEqual([['1-1', 40, 30]]);
  expect(anna?.photos[0]?.landmarks).toEqual(face(1).landmarks);
  expect(new Uint8Array((await anna?.photos[0]?.picture.arrayBuffer()) ?? new ArrayBuffer())).toEqual(Uint8Array.of(1));
  expect(studyStore.getState().photos.map(({ person }) => person)).toEqual(['Anna', 'Anna', 'Bo']);

  // The same photo comes once; another one of that person goes to that person.
  expect(await enrolPerson({ name: 'anna', group: 'North', ids: ['1-1', '2-2'], photos: 2 })).toBe(1);
  expect(galleryStore.getState().people.map(({ photos: own }) => own.length)).toEqual([2]);
  expect(studyStore.getState().photos[1]?.person).toBe('Anna');
});

it('says whose they are where the gallery has the photos, and names nobody', async () => {
  studyStore.setState({ ready: true, ...noStudy, settings, photos: [photo('1-1', null)] });
  await studyVault.change([[recordKey('face', '1-1'), face(1)]]);
  await enrolPerson({ name: 'Anna', group: null, ids: ['1-1'], photos: 1 });
  await undoLabels();
  const [before, { photos }] = [galleryStore.getState().people, studyStore.getState()];
  expect(photos[0]?.person).toBeNull();
  const again = enrolPerson({ name: 'Bea', group: null, ids: ['1-1'], photos: 1 });
  await expect(again).rejects.toThrow('has this photo already, of Anna');
  expect(galleryStore.getState().people).toBe(before);
  expect(studyStore.getState().photos).toBe(photos);
});

it('says so where no face is there any more, and leaves the gallery as it is', async () => {
  studyStore.setState({ ready: true, ...noStudy, settings, photos: [photo('1-1', null)] });
  await expect(enrolPerson({ name: 'Anna', group: null, ids: ['1-1'], photos: 1 })).rejects.toThrow(
    'not on this device',
  );
  expect(galleryStore.getState().people).toEqual([]);
  expect(studyStore.getState().photos[0]?.person).toBeNull();
});
