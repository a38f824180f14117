/** Whose photos the heads of a masked training are trained on. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Subject } from '../../../src/page/flows/people/training/subject';
import { trainWithMasks } from '../../../src/page/flows/people/trainWithMasks';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import { noStudy, studyStore } from '../../../src/page/state/study';

const at = vi.hoisted(() => ({ subjects: [] as readonly Subject[] }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({}) }));
vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/flows/gallery/readyGallery', () => ({ readyGallery: async () => {} }));
vi.mock('../../../src/page/flows/people/training/compareTrainings', () => ({
  compareTrainings: async (_: AbortSignal, __: object, subjects: readonly Subject[]) => {
    at.subjects = subjects;
    return null;
  },
}));

const settings = { network: 'net', layer: 'l', method: 'grad-cam', seed: 1, resamples: 200 } as const;
const study = (...people: readonly (string | null)[]) => {
  const photos = people.map((person, i) => ({ id: `${i}`, file: `${i}.jpg`, person, group: 'A' }));
  const measured = new Map(photos.map((photo) => [photo.id, photo as never]));
  studyStore.setState({ ...noStudy, ready: true, settings, photos, measured });
};
const gallery = (...people: readonly (readonly [name: string, photos: number])[]) =>
  galleryStore.setState({
    people: people.map(([name, photos]) => ({
      ...{ name, group: null, bundled: false },
      photos: Array.from({ length: photos }, (_, i) => ({ id: `${name} ${i}`, landmarks: [] })),
    })) as never,
  });
const trained = async () => {
  await trainWithMasks();
  return at.subjects.map(({ person, group }) => `${person} ${group}`);
};

afterEach(() => studyStore.setState(noStudy));

test.each([
  [
    'of the study, where photos of two can be held out',
    ['Anna', 'Anna', 'Bo', 'Bo', null],
    [
      ['Eve', 2],
      ['Flo', 2],
    ],
    'Anna',
  ],
  [
    'of the gallery, where only there photos of two can be',
    ['Anna', 'Anna', 'Bo'],
    [
      ['Eve', 2],
      ['Flo', 2],
    ],
    'Eve',
  ],
  [
    'of the study and its groups, where nobody has two',
    ['Anna', 'Bo'],
    [
      ['Eve', 1],
      ['Flo', 1],
    ],
    'Anna',
  ],
  [
    'of the gallery, where the study names one',
    ['Anna', null],
    [
      ['Eve', 1],
      ['Flo', 1],
    ],
    'Eve',
  ],
] as const)('%s', async (_, people, enrolled, first) => {
  study(...people);
  gallery(...enrolled);
  const found = await trained();
  expect(found[0]).toBe(first === 'Anna' ? 'Anna A' : 'Eve null');
  expect(found).toHaveLength(
    first === 'Anna'
      ? people.filter((one) => one !== null).length
      : enrolled.reduce((sum, [, photos]) => sum + photos, 0),
  );
});
