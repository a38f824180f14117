/**
 * Two hundred spoilt files of each format take the whole way of a file that is dropped: each is read or refused in
 * words, in time, by a worker that lives on, and of what is refused nothing is left: no network on the list, no file,
 * no tensor.
 */

import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { callOwnWorker } from '../../../src/page/engine/callOwnWorker';
import { folderNames } from '../../../src/page/engine/networkStore/networkFolders';
import { networkRecords } from '../../../src/page/engine/networkStore/networkRecords';
import { removeKept } from '../../../src/page/flows/networks/removeKept';
import { registerNetwork } from '../../../src/page/flows/registerNetwork';
import { keptNetworksStore } from '../../../src/page/state/keptNetworks';
import { networksStore } from '../../../src/page/state/networks';
import { noticesStore } from '../../../src/page/state/notices';
import type { LoadProgress } from '../../../src/shared/calls/networkCalls';
import { FoveaError } from '../../../src/shared/errors';
import type { NetworkSpec } from '../../../src/shared/network';
import { NetworkShelf } from '../../../src/worker/calls/networkShelf';
import { memoryReport, openDevice } from '../../../src/worker/kernels/device';
import { objectArrayNpy } from '../../support/npyFiles';
import { constant, conv, fused, placeholder } from '../../unit/worker/modelFiles';
import { goldenFiles } from '../support/golden';
import { goldenModel } from '../support/goldenModel';
import { kerasFile, weightsFile, wholeModelFile } from '../support/kerasFiles';
import { type Mutation, mutate, mutations } from '../support/mutations';
import { Reader } from '../support/reader';

const runs = 200;
/** Milliseconds that one file may take, on a machine that does much else. */
const mostTime = 20_000;
const never = new AbortController().signal;

const at = vi.hoisted(() => ({ reader: null as Reader | null, shelf: null as NetworkShelf | null }));
// The page's own flows, with one reader for many files, and the loaders in this very thread: its tensors can be
// counted.
vi.mock('../../../src/page/engine/callOwnWorker', () => ({
  callOwnWorker: ((signal, name, request, onEvent) =>
    at.reader?.call(signal, name, request, onEvent)) as typeof callOwnWorker,
}));
vi.mock('../../../src/page/engine/instance', () => ({
  engine: () => ({
    loadNetwork: (signal: AbortSignal, spec: NetworkSpec, tell: (progress: LoadProgress) => void) =>
      at.shelf?.load(signal, spec, tell),
    unloadNetwork: (id: string) => at.shelf?.unload(id),
  }),
}));

const reader = new Reader();
beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  Object.assign(at, { reader, shelf: new NetworkShelf() });
});
afterAll(() => reader.close());

/** All that a network leaves behind. */
const traces = async () => ({
  listed: [...networksStore.getState().entries.keys()],
  kept: [...keptNetworksStore.getState().kept.keys()],
  records: (await networkRecords.all()).length,
  folders: await folderNames(),
  tensors: memoryReport().tensors,
  notices: noticesStore.getState().notices.map(({ message }) => message),
});

/** Takes a network in, and off again. */
async function bringAndRemove(files: readonly File[]): Promise<void> {
  const { info } = await registerNetwork(never, files);
  expect(await traces()).toMatchObject({ listed: [info.id], kept: [info.id], records: 1 });
  at.shelf?.unload(info.id);
  networksStore.setState({ entries: new Map() });
  await removeKept(info.id);
}

/**
 * Brings spoilt files; counts how many were read all the same. Every second one is spoilt in its first bytes alone.
 * @param reach how many first bytes hold descriptions
 */
async function tryAll(spoil: (list: readonly Mutation[], reach?: number) => readonly File[], reach: number) {
  const counts = { read: 0, refused: 0 };
  const before = await traces();
  // As it was, it is read.
  await bringAndRemove(spoil([]));
  const property = fc.asyncProperty(mutations, async (list) => {
    const began = performance.now();
    const near = (counts.read + counts.refused) % 2 === 0;
    try {
      await bringAndRemove(near ? spoil(list, reach) : spoil(list));
      counts.read += 1;
    } catch (error) {
      if (!(error instanceof FoveaError)) throw error;
      const { message, remedy } = error;
      expect(message.length * remedy.length).toBeGreaterThan(0);
      // Words of a library or of a bug in ours: never shown.
      expect(message).not.toMatch(
        /undefined|is not a function|Cannot read|memory access|unreachable|HDF5-DIAG|\[object/,
      );
      counts.refused += 1;
    }
    expect(await traces()).toEqual(before);
    expect(performance.now() - began).toBeLessThan(mostTime);
  });
  await fc.assert(property, { numRuns: runs, seed: 7, endOnFailure: true });
  expect(counts.read + counts.refused).toBe(runs);
  expect(counts.refused).toBeGreaterThan(runs / 4);
  expect(reader.lost).toEqual([]);
  console.info(`${counts.refused} of ${runs} refused`);
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
/** Of HDF5: the superblock, and the first groups and attributes. */
const headers = 8192;
const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'spoilt') => new File([bytes], name);

/** A graph model of one convolution, its mean over the picture and two classes. */
function graphFiles(): readonly [File, File] {
  const size = { dtype: 'int32', shape: [2] };
  const node = [
    placeholder(),
    ...['w', 'axes', 'k'].map(constant),
    conv('c', 'x', 'w', fused('Relu')),
    { name: 'm', op: 'Mean', input: ['c', 'axes'], attr: { keep_dims: { b: false } } },
    { name: 'd', op: 'MatMul', input: ['m', 'k'] },
    { name: 's', op: 'Softmax', input: ['d'] },
  ];
  const weights = [
    { name: 'w', shape: [3, 3, 3, 4], dtype: 'float32' },
    { name: 'axes', ...size },
    { name: 'k', shape: [4, 6], dtype: 'float32' },
  ];
  const values = (count: number) => Float32Array.from({ length: count }, (_, i) => Math.sin(i));
  const manifest = [{ paths: ['w.bin'], weights }];
  const json = JSON.stringify({ format: 'graph-model', modelTopology: { node }, weightsManifest: manifest });
  return [new File([json], 'model.json'), new File([values(108), Int32Array.of(1, 2), values(24)], 'w.bin')];
}

test('weights in HDF5', async () => {
  const bytes = await bytesOf(await weightsFile('vggface-vgg16', { top: true, divide: 64, size: 32, classes: 3 }));
  await tryAll((list, reach) => [fileOf(mutate(bytes, list, reach))], headers);
});

test('a whole model in HDF5', async () => {
  const { config, layers, valuesOf } = await goldenModel(7);
  const bytes = await bytesOf(await wholeModelFile(config, layers, valuesOf));
  await tryAll((list, reach) => [fileOf(mutate(bytes, list, reach))], headers);
});

test('.keras', async () => {
  const { keras3, stored } = await goldenModel(7);
  const bytes = await bytesOf(await kerasFile(keras3, stored('layers'), 6));
  await tryAll((list, reach) => [fileOf(mutate(bytes, list, reach))], 4096);
});

test('a zip of model.json and shards', async () => {
  const [json, weights] = await goldenFiles(7);
  const entries = { 'model.json': await bytesOf(json), 'weights.bin': await bytesOf(weights) };
  const bytes = zipSync(entries, { level: 0 }) as Uint8Array<ArrayBuffer>;
  await tryAll((list, reach) => [fileOf(mutate(bytes, list, reach))], entries['model.json'].length);
});

test('model.json', async () => {
  const [json, weights] = await goldenFiles(7);
  const bytes = await bytesOf(json);
  await tryAll((list, reach) => [fileOf(mutate(bytes, list, reach), 'model'), weights], bytes.length / 2);
  // What still looks like JSON is copied as it is: the loaders alone stand between it and the page.
  expect(reader.asked.get('store')).toBeGreaterThan(runs / 4);
});

test('model.json of a graph', async () => {
  const [json, weights] = graphFiles();
  const bytes = await bytesOf(json);
  await tryAll((list, reach) => [fileOf(mutate(bytes, list, reach), 'model'), weights], bytes.length / 2);
});

test('a zip of a graph’s model.json and shard', async () => {
  const [json, weights] = graphFiles();
  const entries = { 'net/model.json': await bytesOf(json), 'net/w.bin': await bytesOf(weights) };
  const bytes = zipSync(entries, { level: 6 }) as Uint8Array<ArrayBuffer>;
  await tryAll((list, reach) => [fileOf(mutate(bytes, list, reach))], bytes.length / 2);
});

const people = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eve', 'Fay'];

test('labels in .npy', async () => {
  const [json, weights] = await goldenFiles(7);
  const bytes = objectArrayNpy(people);
  await tryAll((list, reach) => [json, weights, fileOf(mutate(bytes, list, reach), 'labels')], 128);
});

test.each([
  ['JSON', JSON.stringify(people)],
  ['a text', people.join('\n')],
])('labels in %s', async (_, text) => {
  const [json, weights] = await goldenFiles(7);
  const bytes = new TextEncoder().encode(text);
  await tryAll((list) => [json, weights, fileOf(mutate(bytes, list), 'labels')], bytes.length);
});
