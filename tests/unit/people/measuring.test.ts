/** The life of a study's figures, with what measures a face in the tests' hands. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mostStudyPhotos } from '../../../src/page/flows/people/addPhotos';
import { changeStudy, measuredAgain } from '../../../src/page/flows/people/changeStudy';
import { measureWithMask } from '../../../src/page/flows/people/measureWithMask';
import { removeStudy } from '../../../src/page/flows/people/removeStudy';
import { addToStudy, startStudy } from '../../../src/page/flows/people/startStudy';
import { tryAgain } from '../../../src/page/flows/people/tryAgain';
import { noticesStore } from '../../../src/page/state/notices';
import { studyStore, waitingPhotos } from '../../../src/page/state/study';
import type { Mask } from '../../../src/shared/mask';
import { perRegion } from '../../../src/shared/people/quantities';

const at = vi.hoisted(() => ({ fails: false, stamp: 'one', measured: 0, loading: Promise.resolve() }));

vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/engine/instance', () => ({
  engine: () => ({ run: async () => null, device: async () => ({ workers: 1 }) }),
}));
vi.mock('../../../src/page/flows/loadNetwork', () => ({
  loadNetwork: async () => {
    await at.loading;
    return {
      info: { id: 'net', name: 'Net', hash: 'h' },
      layers: ['l', 'm'].map((name) => ({ name, kind: 'Conv2D', outputShape: [7, 7, 8] })),
    };
  },
}));
vi.mock('../../../src/page/flows/pictureCanvas', () => ({
  pictureCanvas: () => ({ convertToBlob: async () => new Blob(['jpeg']) }),
}));
vi.mock('../../../src/page/flows/people/studyPlan', () => ({
  studyPlan: async (_: AbortSignal, settings: object) => ({
    ...{ settings, info: { id: 'net', outputs: {} }, head: null, stamp: at.stamp },
  }),
}));
vi.mock('../../../src/page/flows/people/keepFace', () => ({
  keepFace: async (_: AbortSignal, file: File) => {
    if (file.name === 'broken.jpg') throw new Error('No face was found.');
    return {
      ...{ width: 2, height: 2, bytes: new ArrayBuffer(4), type: 'image/jpeg', faces: 1, faceSize: 50 },
      landmarks: Array.from({ length: 68 }, (_, i) => ({ x: i, y: i })),
    };
  },
}));
vi.mock('../../../src/page/flows/people/measureKept', () => ({
  measureKept: async () => {
    at.measured += 1;
    if (at.fails) throw new Error('No layer of that name.');
    return {
      ...{
        label: 'class',
        index: 0,
        probability: 0.5,
        unknown: false,
        enrolled: false,
        kept: 0.5,
        covered: 0,
        heatOnMask: 0,
      },
      regions: perRegion(() => 1 / 8),
      map: { side: 1, values: new Float32Array(1) },
      conditions: { faceSize: 50, yaw: 0, roll: 0, brightness: 100, sharpness: 10 },
      input: { width: 1, height: 1, rgba: new Uint8ClampedArray(4) },
      places: new Float32Array(136),
    };
  },
}));

const state = () => studyStore.getState();
const names = (map: ReadonlyMap<string, { readonly file: string }>) => [...map.values()].map(({ file }) => file).sort();
const photo = (path: string) => ({ file: new File([path], path, { lastModified: 1 }) });
const wanted = { network: 'net', layer: 'l', method: 'grad-cam' } as const;

beforeEach(() => {
  Object.assign(at, { fails: false, stamp: 'one', measured: 0, loading: Promise.resolve() });
  noticesStore.setState({ notices: [] });
});
afterEach(() => removeStudy());

test('photos that one layer cannot be measured at are measured at another; one without a face stays failed', async () => {
  at.fails = true;
  await startStudy([photo('a.jpg'), photo('broken.jpg')], wanted);
  expect(names(state().failures)).toEqual(['a.jpg', 'broken.jpg']);
  at.fails = false;
  await changeStudy({ layer: 'm' });
  expect(names(state().measured)).toEqual(['a.jpg']);
  expect(names(state().failures)).toEqual(['broken.jpg']);
  expect(state().missing).toEqual([]);
});

test('failed photos are tried again', async () => {
  at.fails = true;
  await startStudy([photo('a.jpg'), photo('broken.jpg')], wanted);
  at.fails = false;
  await tryAgain();
  expect(names(state().measured)).toEqual(['a.jpg']);
  expect(names(state().failures)).toEqual(['broken.jpg']);
  expect(waitingPhotos(state())).toEqual([]);
});

test('photos that come later are all in the study, or told', async () => {
  const file = (name: string, lastModified = 1) => new File([name], name, { lastModified });
  await startStudy([{ file: file('a.jpg') }, { file: file('broken.jpg') }, { file: file('c.jpg') }], wanted);
  expect(names(state().failures)).toEqual(['broken.jpg']);
  const failed = [...state().failures.keys()][0];
  const better = { file: file('better.jpg', 2), path: 'broken.jpg', person: 'Bea' };
  // The same file, another one of its path, a better one in the place of the one that failed, and a new one.
  await addToStudy([{ file: file('a.jpg') }, { file: file('a.jpg', 2), group: 'G' }, better, { file: file('d.jpg') }]);
  expect(state().photos.map((one) => [one.file, one.person, one.group])).toEqual([
    ['a.jpg', null, null],
    ['broken.jpg', 'Bea', null],
    ['c.jpg', null, null],
    ['a (2).jpg', null, 'G'],
    ['d.jpg', null, null],
  ]);
  expect(failed).toBeDefined();
  expect(state().photos.map(({ id }) => id)).not.toContain(failed);
  expect(state().measured.get(state().photos[1]?.id ?? '')?.person).toBe('Bea');
  expect(state().measured.size).toBe(5);
  expect(state().failures.size).toBe(0);
  expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual([
    '1 photo was left out: the study has it.',
  ]);
});

test('photos past the most that a study has are told', async () => {
  await startStudy([photo('a.jpg')], wanted);
  const many = Array.from({ length: mostStudyPhotos }, (_, i) => ({
    ...{ id: `${i}`, file: `${i}.jpg`, person: null, group: null },
  }));
  studyStore.setState({
    photos: many,
    failures: new Map(many.map((one) => [one.id, { ...one, message: '', remedy: '' }])),
  });
  await addToStudy([photo('new.jpg'), photo('newer.jpg')]);
  expect(state().photos).toHaveLength(mostStudyPhotos);
  expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual([
    '2 photos were left out: a study has 20,000 photos at most.',
  ]);
});

test('with another gallery than before, a mask is laid over figures that are measured anew, not over none', async () => {
  await startStudy([photo('a.jpg'), photo('b.jpg')], wanted);
  const ids = [...state().measured.keys()];
  at.stamp = 'two';
  at.measured = 0;
  const mask = [
    { shape: { kind: 'rectangle', box: { x: 0, y: 0, width: 1, height: 1 } }, erase: false, fill: 'black' },
  ];
  await measureWithMask(mask as Mask, 'Bar');
  expect(at.measured).toBe(4);
  expect([...state().measured.keys()].sort()).toEqual([...ids].sort());
  expect(state().masked).toMatchObject({ name: 'Bar', mask });
  expect([...(state().masked?.measured.keys() ?? [])].sort()).toEqual([...ids].sort());
  // Another layer measures both again, too.
  await changeStudy({ layer: 'm' });
  expect(at.measured).toBe(8);
  expect(state().masked?.measured.size).toBe(2);
});

test('another seed compares again, and measures again only where the method draws', async () => {
  await startStudy([photo('a.jpg')], wanted);
  await changeStudy({ seed: 2 });
  expect(at.measured).toBe(1);
  await changeStudy({ method: 'smooth-grad' });
  expect(at.measured).toBe(2);
  await changeStudy({ seed: 3 });
  expect(at.measured).toBe(3);
  expect(state().settings).toMatchObject({ seed: 3, method: 'smooth-grad' });
});

test('how many photos a change measures again is known before', async () => {
  await startStudy([photo('a.jpg'), photo('b.jpg'), photo('broken.jpg')], wanted);
  expect(measuredAgain({ method: 'smooth-grad' })).toBe(3);
  expect(measuredAgain({ layer: 'm' })).toBe(3);
  expect(measuredAgain({ layer: state().settings?.layer ?? '' })).toBe(0);
  expect(measuredAgain({ seed: 2, resamples: 500 })).toBe(0);
  await changeStudy({ method: 'smooth-grad' });
  expect(measuredAgain({ seed: 2 })).toBe(3);
});

test('what is changed while another network is loading stays changed', async () => {
  await startStudy([photo('a.jpg')], wanted);
  let load = () => {};
  at.loading = new Promise((resolve) => {
    load = resolve;
  });
  const first = changeStudy({ network: 'other' });
  const second = changeStudy({ resamples: 500 });
  load();
  await Promise.all([first, second]);
  expect(state().settings).toMatchObject({ network: 'other', resamples: 500, layer: 'm' });
});
