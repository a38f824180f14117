/** The Faces bench's flows from photo to map, with files and workers in the tests' hands. */
import { beforeEach, expect, test, vi } from 'vitest';
import { chooseMapLayer, chooseMethod, chooseTargetKind } from '../../../src/page/flows/faces/changeExplanation';
import { checkRandomisation } from '../../../src/page/flows/faces/checkTrust';
import { compareMethods } from '../../../src/page/flows/faces/compareMethods';
import { isMapCurrent } from '../../../src/page/flows/faces/isMapCurrent';
import { recogniseChoice } from '../../../src/page/flows/faces/recogniseChoice';
import { recogniseWith } from '../../../src/page/flows/faces/recogniseWith';
import { resumeFaceWork } from '../../../src/page/flows/faces/resumeFaceWork';
import { showPhoto } from '../../../src/page/flows/faces/showPhoto';
import { showSample } from '../../../src/page/flows/faces/showSample';
import { stopFaceWork } from '../../../src/page/flows/faces/stopFaceWork';
import { comparisonStore, evidenceStore, explanationStore, trustStore } from '../../../src/page/state/explanation';
import { facesStore } from '../../../src/page/state/faces';
import { networksStore } from '../../../src/page/state/networks';
import { selectionStore } from '../../../src/page/state/selection';
import { defaultMethodSettings } from '../../../src/shared/explain';

/** Calls whose name is in `held` wait until the test lets them go. */
const at = vi.hoisted(() => ({
  held: new Set<string>(),
  calls: [] as string[],
  heads: Promise.resolve(),
  free: () => {},
}));

vi.mock('../../../src/page/engine/instance', () => ({
  engine: () => ({
    run: (signal: AbortSignal, name: string) => {
      at.calls.push(name);
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        if (!at.held.has(name)) setTimeout(() => resolve(answers[name]?.()), 0);
      });
    },
  }),
}));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/intake/photo/readPhoto', () => ({
  readPhoto: async (_: AbortSignal, file: File) => {
    if (file.name.startsWith('bad')) throw new Error('The photo is damaged.');
    return { name: file.name, width: 9, height: 9, close: () => {} };
  },
}));
vi.mock('../../../src/page/flows/faces/detectFaces', () => ({
  detectFaces: async () => ({ faces: [{ landmarks: [] }] }),
}));
vi.mock('../../../src/page/flows/faces/makeView', () => ({ makeView: async () => ({ close: () => {} }) }));
vi.mock('../../../src/page/flows/faces/cropPhoto', () => ({ cropPhoto: async () => ({ input: { of: 'crop' } }) }));
vi.mock('../../../src/page/flows/gallery/headFor', () => ({
  headFor: async () => {
    await at.heads;
    return null;
  },
}));

const answers: Record<string, () => unknown> = {
  recognise: () => ({
    outputs: [{ output: 'mood', scores: [{ logit: 2 }, { logit: 1 }] }],
    identity: null,
    embedding: Float32Array.of(1, 0),
  }),
  explain: () => ({ map: { width: 1, height: 1, values: Float32Array.of(1), signed: false }, score: 1 }),
  evidence: () => ({ filters: [] }),
};

const layerOf = (name: string) => ({ name, kind: 'Conv2D', outputShape: [8, 8, 4] });
const loaded = (id: string) => ({
  info: {
    ...{ id, hash: id },
    outputs: {
      embedding: 'e',
      classes: [{ id: 'mood', layer: 'out', labels: ['glad', 'sad'], probability: 'softmax' }],
    },
  },
  layers: [layerOf('a'), layerOf('b'), { name: 'out', kind: 'Dense', outputShape: [2] }],
});
const file = (name: string) => new File(['x'], name);
const names = () => facesStore.getState().photo?.name;
const soon = () => new Promise((resolve) => setTimeout(resolve, 15));

beforeEach(() => {
  at.held.clear();
  at.heads = Promise.resolve();
  const entries = ['one', 'two'].map((id) => [id, { loaded: loaded(id) }] as const);
  networksStore.setState({ entries: new Map(entries) as never });
  selectionStore.setState({ network: 'one' });
  explanationStore.setState({
    method: 'grad-cam',
    layers: new Map(),
    target: { kind: 'top' },
    shown: null,
    progress: null,
  });
  explanationStore.setState({ settings: defaultMethodSettings, reference: null });
  facesStore.setState({ photo: null, choice: null, crop: null, recognition: null, problem: null, stage: null });
});

test('a sample that is fetched slowly does not take the place of a newer photo', async () => {
  let answer = (_: Response) => {};
  const response = new Promise<Response>((resolve) => {
    answer = resolve;
  });
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
    const aborted = new Promise<never>((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
    );
    return Promise.race([response, aborted]);
  });
  const sample = showSample({ name: 'sample.jpg', url: 'sample.jpg' } as never);
  await showPhoto(file('newer.jpg'));
  answer(new Response('x'));
  await sample;
  expect(names()).toBe('newer.jpg');
  expect(facesStore.getState().problem).toBeNull();
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));
  await showSample({ name: 'sample.jpg', url: 'sample.jpg' } as never);
  expect(names()).toBe('newer.jpg');
  expect(facesStore.getState().problem?.message).toBe('sample.jpg could not be read.');
  fetched.mockRestore();
});

test('another network’s crop never stands beside the answer of the one before', async () => {
  await showPhoto(file('a.jpg'));
  expect(facesStore.getState().recognition).not.toBeNull();
  expect(evidenceStore.getState().evidence).not.toBeNull();
  let trained = () => {};
  at.heads = new Promise((resolve) => {
    trained = resolve;
  });
  const switched = recogniseWith(new AbortController().signal, 'two');
  await soon();
  expect(facesStore.getState()).toMatchObject({ crop: { network: 'two' }, recognition: null, head: null });
  expect(evidenceStore.getState()).toMatchObject({ evidence: null, running: false });
  trained();
  await switched;
  expect(facesStore.getState().recognition).not.toBeNull();
  // The same network keeps its answer until the next one is there.
  at.held.add('recognise');
  void recogniseChoice();
  await soon();
  expect(facesStore.getState().recognition).not.toBeNull();
});

test('a bad file that comes while the filters are ranked leaves nothing under way for ever', async () => {
  at.held.add('evidence');
  void showPhoto(file('a.jpg'));
  await vi.waitFor(() => expect(evidenceStore.getState().running).toBe(true));
  at.held.clear();
  await showPhoto(file('bad.jpg'));
  expect(facesStore.getState().problem?.message).toBe('The photo is damaged.');
  expect(evidenceStore.getState()).toMatchObject({ running: false, evidence: { filters: [] } });
});

test('a bad file ends a trust check, and the table of methods goes on', async () => {
  await showPhoto(file('a.jpg'));
  at.held.add('randomise');
  void checkRandomisation();
  expect(trustStore.getState().running).toBe('randomisation');
  at.held.add('explain');
  void compareMethods();
  expect(comparisonStore.getState()).toMatchObject({ running: true });
  at.held.delete('explain');
  await showPhoto(file('bad.jpg'));
  expect(trustStore.getState().running).toBeNull();
  const { running, maps, total } = comparisonStore.getState();
  expect([running, maps.size]).toEqual([false, total]);
  expect(total).toBeGreaterThan(0);
});

test.each([
  ['method', () => chooseMethod('layer-cam')],
  ['layer', () => chooseMapLayer('a')],
  ['target', () => chooseTargetKind({ kind: 'class', output: 'mood', index: 1 })],
  ['settings', () => explanationStore.setState({ settings: { ...defaultMethodSettings, samples: 3 } })],
])('work that is stopped after another %s was chosen can go on', async (_, choose) => {
  await showPhoto(file('a.jpg'));
  expect(isMapCurrent()).toBe(true);
  const before = explanationStore.getState().shown;
  at.held.add('explain');
  choose();
  stopFaceWork();
  expect(isMapCurrent()).toBe(false);
  expect(explanationStore.getState().shown).toBe(before);
  at.held.clear();
  await resumeFaceWork();
  expect(isMapCurrent()).toBe(true);
  expect(explanationStore.getState().shown).not.toBe(before);
});
