/** What is on its way into the gallery, and what becomes of it when something else comes first. */
import { beforeEach, expect, test, vi } from 'vitest';
import { supersedePhoto } from '../../../src/page/flows/faces/faceWork';
import { addPerson } from '../../../src/page/flows/gallery/addPeople';
import { enrolFace } from '../../../src/page/flows/gallery/enrolFace';
import { forgetGallery } from '../../../src/page/flows/gallery/forgetGallery';
import { isTrained } from '../../../src/page/flows/gallery/headFor';
import { readyGallery } from '../../../src/page/flows/gallery/readyGallery';
import { isOutdated } from '../../../src/page/flows/gallery/recogniseAgain';
import { waitForHead } from '../../../src/page/flows/gallery/trainings';
import { takeFiles } from '../../../src/page/flows/takeFiles';
import { explanationStore } from '../../../src/page/state/explanation';
import { facesStore } from '../../../src/page/state/faces';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import { networksStore } from '../../../src/page/state/networks';
import { showSheet } from '../../../src/page/state/view';
import type { Gallery, GalleryPhoto } from '../../../src/shared/gallery';
import { person, photo } from '../gallery/samples';

type Stage = (words: string, fraction: number | null) => void;
const at = vi.hoisted(() => ({
  recognised: 0,
  sorted: {} as unknown,
  held: { close: () => {} } as unknown,
  keep: (_: GalleryPhoto) => {},
  fail: (_: Error) => {},
  bundle: (_: Gallery) => {},
  stage: (() => {}) as Stage,
}));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({}) }));
vi.mock('../../../src/page/engine/gallery/storedGallery', () => ({
  storedGallery: { load: async () => null, save: async () => {}, clear: async () => {} },
}));
vi.mock('../../../src/page/flows/faces/recogniseChoice', () => ({
  recogniseChoice: async () => {
    at.recognised += 1;
  },
}));
vi.mock('../../../src/page/flows/faces/heldPhoto', () => ({ heldPhoto: () => at.held, holdPhoto: () => {} }));
vi.mock('../../../src/page/flows/gallery/photoForGallery', () => ({
  photoForGallery: () =>
    new Promise((resolve, reject) => {
      at.keep = resolve;
      at.fail = reject;
    }),
}));
vi.mock('../../../src/page/flows/gallery/trainHead', () => ({
  trainHead: async () => ({ head: { network: 'net' }, people: galleryStore.getState().people, photos: 1 }),
}));
vi.mock('../../../src/page/flows/gallery/bundledPeople', () => ({
  bundledPeople: (_: AbortSignal, onStage: Stage) => {
    at.stage = onStage;
    return new Promise((resolve) => {
      at.bundle = resolve;
    });
  },
}));
vi.mock('../../../src/page/intake/photo/photoFromBlobOrImageData', () => ({
  photoFromBlobOrImageData: async () => ({ close: () => {} }),
}));
vi.mock('../../../src/page/intake/sortFiles', () => ({ sortFiles: async () => at.sorted }));
vi.mock('../../../src/page/flows/gallery/importGallery', () => ({ importGallery: async () => 1 }));

const never = new AbortController().signal;
const names = () => galleryStore.getState().people.map(({ name }) => name);
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));
const info = { id: 'net', hash: 'hash', outputs: { embedding: 'e', classes: [] } };

beforeEach(() => {
  at.recognised = 0;
  at.held = {};
  galleryStore.setState({ people: [person('Ada', ['a1'])], removals: [] });
  networksStore.setState({ entries: new Map([['net', { loaded: { info } }]]) as never });
  facesStore.setState({ photo: { faces: [] } as never, choice: { kind: 'whole' }, crop: { network: 'net' } as never });
  facesStore.setState({ head: null, recognition: null });
});

test('a face is added although another one is chosen meanwhile', async () => {
  const enrolled = enrolFace('Bo', null);
  supersedePhoto();
  at.keep(photo('b1'));
  await enrolled;
  expect(names()).toEqual(['Ada', 'Bo']);
  expect(at.recognised).toBe(1);
});

test('a face whose photo is freed before it was read is not added, and the reason is told', async () => {
  const enrolled = enrolFace('Bo', null);
  at.held = {};
  at.fail(new DOMException('The image source is detached.', 'InvalidStateError'));
  await expect(enrolled).rejects.toMatchObject({ message: 'Another photo came before this face was kept.' });
  expect(names()).toEqual(['Ada']);
});

test('deleting the gallery ends what is on its way into it and forgets what was said by it', async () => {
  const whole = { photos: [new Blob(['x'])], group: null, crop: 'none' } as const;
  await waitForHead(never, { info: info as never, augment: 'none', asked: true }, () => {});
  expect(isTrained('hash')).toBe(true);
  const enrolled = enrolFace('Bo', null);
  const keepBo = at.keep;
  const added = addPerson(never, { name: 'Cy', ...whole });
  await soon();
  const keepCy = at.keep;
  facesStore.setState({ recognition: {} as never, head: {} as never });
  explanationStore.setState({ reference: {} as never, shown: {} as never, target: { kind: 'identity', name: 'Ada' } });
  const ends = Promise.allSettled([enrolled, added]);
  const { people } = galleryStore.getState();
  await forgetGallery();
  keepBo(photo('b1'));
  keepCy(photo('c1'));
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(names()).toEqual([]);
  expect(facesStore.getState()).toMatchObject({ recognition: null, head: null });
  expect(explanationStore.getState()).toMatchObject({ reference: null, shown: null, target: { kind: 'top' } });
  galleryStore.setState({ people });
  expect(isTrained('hash')).toBe(false);
});

test('all who wait for the bundled people hear how far they are; deleting the gallery ends their enrolment', async () => {
  galleryStore.setState({ people: [] });
  const heard: string[] = [];
  const gone = new AbortController();
  const first = readyGallery(gone.signal, (words) => heard.push(`first ${words}`));
  const second = readyGallery(never, (words) => heard.push(`second ${words}`));
  await soon();
  at.stage('a', 0);
  gone.abort(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  at.stage('b', 0.5);
  expect(heard).toEqual(['first a', 'second a', 'second b']);
  await forgetGallery();
  at.bundle([person('Person 1', ['p1'])]);
  await second;
  expect(names()).toEqual([]);
});

test('without people only an answer with people is outdated', () => {
  expect(isOutdated()).toBe(true);
  galleryStore.setState({ people: [] });
  expect(isOutdated()).toBe(false);
  facesStore.setState({ head: {} as never });
  expect(isOutdated()).toBe(true);
});

test('the face in view is recognised again when a gallery is dropped, unless its sheet will do that', async () => {
  at.sorted = { kind: 'gallery', file: new File(['x'], 'gallery.jsonl') };
  await takeFiles([new File(['x'], 'gallery.jsonl')]);
  expect(at.recognised).toBe(1);
  showSheet('gallery');
  await takeFiles([new File(['x'], 'gallery.jsonl')]);
  expect(at.recognised).toBe(1);
  showSheet(null);
});
