/** A study that is kept on this device while its records are still being read. */
import { afterEach, expect, test, vi } from 'vitest';
import { studyKey } from '../../../src/page/engine/people/studyRecords';
import { studyVault } from '../../../src/page/engine/people/studyVault';
import { addToDraft } from '../../../src/page/flows/people/addToDraft';
import { beginStudy } from '../../../src/page/flows/people/beginStudy';
import { peopleViewStore } from '../../../src/page/state/peopleView';
import { studyStore } from '../../../src/page/state/study';

vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({ run: () => new Promise(() => {}) }) }));
vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/flows/people/measureStudy', () => ({ measureStudy: async () => true }));

const settings = { network: 'net', layer: 'l', method: 'grad-cam', seed: 1, resamples: 200 } as const;
const photos = [{ id: '1', file: 'A/1.jpg', person: 'Anna', group: 'A' }];
const kept = { version: 1, settings, stamp: 's', known: [], photos, mask: null };

afterEach(() => studyVault.clear());

test('photos that are measured before it has been read join it, and take nothing away', async () => {
  await studyVault.change([[studyKey, kept]]);
  addToDraft([{ path: 'B/2.jpg', file: new File(['x'], '2.jpg') }]);
  expect(studyStore.getState()).toMatchObject({ ready: false, settings: null });
  await beginStudy();
  expect(studyStore.getState().photos.map(({ file }) => file)).toEqual(['A/1.jpg', 'B/2.jpg']);
  expect(studyStore.getState().settings).toEqual(settings);
  expect(await studyVault.get(studyKey)).toMatchObject({ stamp: 's', photos: [photos[0], { file: 'B/2.jpg' }] });
  expect(peopleViewStore.getState().draft).toEqual([]);
});
