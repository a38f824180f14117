/** Bringing and removing networks, on an engine with fake workers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../../src/page/engine/types';
import { addNetworkFiles } from '../../../src/page/flows/addNetworkFiles';
import { chooseNetwork } from '../../../src/page/flows/chooseNetwork';
import { changeNetwork } from '../../../src/page/flows/networks/changeNetwork';
import { removeNetwork } from '../../../src/page/flows/removeNetwork';
import { supersede } from '../../../src/page/flows/shownPage';
import { whoSays } from '../../../src/page/panels/networks/preprocessing/whoSays';
import { changingNetworkStore } from '../../../src/page/state/changingNetwork';
import { keptNetworksStore } from '../../../src/page/state/keptNetworks';
import { networksStore } from '../../../src/page/state/networks';
import { noticesStore } from '../../../src/page/state/notices';
import { selectionStore } from '../../../src/page/state/selection';
import type { KeptNetwork } from '../../../src/shared/keptNetwork';
import { convert } from '../../../src/worker/calls/convert';
import { FakeFleet } from '../engine/fakeWorkers';
import { networkSpec, testEngine } from '../engine/testEngine';

const at = vi.hoisted(() => ({ engine: null as Engine | null }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => at.engine }));
// The worker's own call, in this thread.
vi.mock('../../../src/page/engine/callOwnWorker', () => ({
  callOwnWorker: (signal: AbortSignal, _: string, request: Parameters<typeof convert>[1]) =>
    convert(signal, request, () => {}),
}));
// The Faces bench has no part in this; its files' addresses need a document.
vi.mock('../../../src/page/flows/faces/recogniseWith', () => ({ recogniseWith: vi.fn(async () => {}) }));

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const conv = { name: 'conv', kind: 'Conv2D', outputShape: [8, 8, 2], parameters: 1, filters: 2 };
const layers = [conv];
const files = [new File(['{"modelTopology": {}}'], 'mine.json')];
const preprocessing = { order: 'bgr', mean: [1, 2, 3], scale: 1 } as const;
let fleet: FakeFleet;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  fleet = new FakeFleet({
    loadTime: 1000,
    layers: { first: layers, second: layers, mine: layers, older: layers, 'mine-2': layers },
  });
  at.engine = testEngine(fleet).engine;
  const entries = ['first', 'second'].map((id) => {
    return [id, { spec: networkSpec(id), loaded: null, progress: null, error: null }] as const;
  });
  networksStore.setState({ entries: new Map(entries) });
  noticesStore.setState({ notices: [] });
  void chooseNetwork('first');
  await pass(3000);
});
afterEach(() => {
  supersede();
  at.engine?.dispose();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const add = async (signal = new AbortController().signal) => {
  const adding = addNetworkFiles(signal, files, { name: 'mine', preprocessing });
  adding.catch(() => {});
  return adding;
};

test('a network that is brought is loaded with its name and preprocessing, and shown', async () => {
  const adding = add();
  await pass(3000);
  await adding;
  expect(selectionStore.getState()).toMatchObject({ network: 'mine', layer: 'conv' });
  expect(networksStore.getState().entries.get('mine')?.spec).toMatchObject({ name: 'mine', preprocessing });
});

test('what the built network tells beats what its files told: it is built anew, and the bench has no doubt', async () => {
  const named = ['conv1_1', 'conv5_3'].map((name) => ({ ...conv, name }));
  fleet.behaviour = { ...fleet.behaviour, layers: { ...fleet.behaviour.layers, mine: named } };
  const adding = addNetworkFiles(new AbortController().signal, files, { name: 'mine' });
  adding.catch(() => {});
  await pass(6000);
  await adding;
  const entry = networksStore.getState().entries.get('mine');
  expect(entry?.spec.preprocessing).toEqual({ order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 1 });
  expect(entry?.loaded?.layers).toEqual(named);
  expect(fleet.faults).toEqual([]);
});

test('what was selected while the files were read stays, and a notice tells of the new one', async () => {
  const adding = add();
  await pass(100);
  void chooseNetwork('second');
  await pass(5000);
  await adding;
  expect(selectionStore.getState().network).toBe('second');
  expect(noticesStore.getState().notices.at(-1)?.message).toContain('mine');
});

/** A model.json with its shard: three classes. */
function denseModel(): File[] {
  const described = [
    { class_name: 'InputLayer', config: { name: 'in', batch_input_shape: [null, 1, 1, 3] } },
    { class_name: 'Flatten', config: { name: 'flat' } },
    { class_name: 'Dense', config: { name: 'dense', units: 3, use_bias: false } },
  ];
  const weights = [{ name: 'dense/kernel', shape: [3, 3], dtype: 'float32' }];
  const model = {
    modelTopology: { class_name: 'Sequential', config: { name: 'mine', layers: described } },
    weightsManifest: [{ paths: ['w.bin'], weights }],
  };
  return [new File([JSON.stringify(model)], 'model.json'), new File([new Float32Array(9)], 'w.bin')];
}

test('what systems leave in a folder keeps no model.json from being taken as it is, and is left behind', async () => {
  const model = denseModel();
  const litter = ['.DS_Store', 'Thumbs.db', 'desktop.ini'].map((name) => new File(['litter'], name));
  const adding = addNetworkFiles(new AbortController().signal, [...litter, ...model], { name: 'mine' });
  adding.catch(() => {});
  await pass(6000);
  await adding;
  const source = networksStore.getState().entries.get('mine')?.spec.source;
  expect(source?.format === 'files' && source.files).toEqual(model);
  expect(source?.format === 'files' && source.files.every((file, i) => file === model[i])).toBe(true);
});

test('a text beside it that is no list of its classes after all is told with the reason; the network is there', async () => {
  const people = new File(['Ada\n\nBo\n'], 'people.txt');
  const adding = addNetworkFiles(new AbortController().signal, [...denseModel(), people], { name: 'mine' });
  adding.catch(() => {});
  await pass(6000);
  expect(await adding).toBe('mine');
  expect(networksStore.getState().entries.get('mine')?.spec).not.toHaveProperty('labels');
  expect(noticesStore.getState().notices[0]).toMatchObject({
    severity: 'warning',
    message: 'people.txt was not taken for labels: line 2 is empty.',
    remedy: 'For names of classes, write one a line and drop the file again.',
  });
});

test('cancelled while its files are read, it is not listed', async () => {
  const controller = new AbortController();
  const adding = expect(add(controller.signal)).rejects.toThrow('enough');
  await pass(100);
  controller.abort(new Error('enough'));
  await adding;
  expect([...networksStore.getState().entries.keys()]).toEqual(['first', 'second']);
  expect(selectionStore.getState().network).toBe('first');
});

test('removed, it is off the list and out of every worker, and another one is shown', async () => {
  const adding = add();
  await pass(3000);
  await adding;
  // Node lends no disk, which is told and no error.
  expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual([
    '“mine” is here until this page is closed or reloaded: the browser lends no room on this device.',
  ]);
  noticesStore.setState({ notices: [] });
  removeNetwork('mine');
  await pass(3000);
  expect([...networksStore.getState().entries.keys()]).toEqual(['first', 'second']);
  expect(selectionStore.getState().network).toBe('first');
  expect(fleet.alive.every((worker) => !worker.networks.has('mine'))).toBe(true);
  expect(noticesStore.getState().notices).toEqual([]);
  expect(fleet.faults).toEqual([]);
  removeNetwork('first');
  expect(networksStore.getState().entries.has('first')).toBe(true);
});

test('the same network is not listed twice: the one that is here is shown; another one of that name gets a number', async () => {
  const older = { ...networkSpec('older'), source: { format: 'files', files } } as const;
  const entry = { spec: older, loaded: null, progress: null, error: null };
  networksStore.setState(({ entries }) => ({ entries: new Map(entries).set('older', entry) }));
  // The fake's hash is the network's id; the kept one has not been read since the page was opened.
  keptNetworksStore.setState({ kept: new Map([['older', { hash: 'mine' } as KeptNetwork]]) });
  const adding = addNetworkFiles(new AbortController().signal, files, {});
  await pass(6000);
  expect(await adding).toBe('older');
  expect([...networksStore.getState().entries.keys()]).toEqual(['first', 'second', 'older']);
  expect(selectionStore.getState().network).toBe('older');
  expect(noticesStore.getState().notices[0]?.message).toBe(`You have this network already: it is “${older.name}”.`);
  expect(fleet.alive.every((worker) => !worker.networks.has('mine'))).toBe(true);
  keptNetworksStore.setState({ kept: new Map() });
  networksStore.setState(({ entries }) => ({
    entries: new Map(entries).set('older', { ...entry, spec: { ...older, name: 'mine' } }),
  }));
  const other = addNetworkFiles(new AbortController().signal, files, {});
  await pass(6000);
  expect(networksStore.getState().entries.get(await other)?.spec.name).toBe('mine (2)');
  expect(fleet.faults).toEqual([]);
});

test('while a network is built anew it is known to change, and no longer once it is there or was refused', async () => {
  const adding = add();
  await pass(3000);
  await adding;
  const changing = () => changingNetworkStore.getState().changing.has('mine');
  expect(changing()).toBe(false);
  const change = changeNetwork(new AbortController().signal, 'mine', { name: 'other', labels: ['a'] });
  await pass(10);
  expect(changing()).toBe(true);
  await pass(3000);
  await change;
  expect(changing()).toBe(false);
  expect(networksStore.getState().entries.get('mine')?.spec).toMatchObject({ name: 'other', labels: ['a'] });
  const controller = new AbortController();
  const refused = expect(changeNetwork(controller.signal, 'mine', { labels: null })).rejects.toThrow('enough');
  controller.abort(new Error('enough'));
  await refused;
  expect(changing()).toBe(false);
  const last = changeNetwork(new AbortController().signal, 'mine', { labels: null });
  await pass(6000);
  await last;
  expect(networksStore.getState().entries.get('mine')?.spec).not.toHaveProperty('labels');
});

test('a preprocessing that came with the network is told as given, one that nobody gave as guessed', async () => {
  const unit = { order: 'rgb', mean: [0, 0, 0], scale: 1 / 255 } as const;
  const { signal } = new AbortController();
  const given = addNetworkFiles(signal, files, { name: 'mine', preprocessing: unit });
  await pass(3000);
  const said = (id: string) => {
    const entry = networksStore.getState().entries.get(id);
    if (entry === undefined) throw new Error(`There is no ${id}.`);
    return whoSays(entry);
  };
  // It is what would be guessed.
  expect(said(await given)).toMatch(
    /^0 to 1\. Set by hand, by a script, or by who offers it\. The guess would be the same/,
  );
  removeNetwork('mine');
  const guessed = addNetworkFiles(signal, files, {});
  await pass(3000);
  expect(said(await guessed)).toMatch(/^0 to 1\. Guessed because/);
  for (const [change, words] of [
    [{ name: 'other', preprocessing: unit }, 'Guessed'],
    [{ preprocessing: { ...unit, scale: 1 } }, 'The guess would be 0 to 1'],
    [{ preprocessing: unit }, 'The guess would be the same'],
  ] as const) {
    const changing = changeNetwork(signal, 'mine', change);
    await pass(6000);
    await changing;
    expect(said('mine')).toContain(words);
  }
});
