/**
 * A network's files on the device's disk: written by a worker, in the origin's private file system of a real browser.
 */
import { createStore, promisifyRequest } from 'idb-keyval';
import { afterEach, expect, test } from 'vitest';
import { Bridge } from '../../src/page/engine/bridge';
import { convertNetwork } from '../../src/page/engine/convertNetwork';
import { watchLimits } from '../../src/page/engine/limits';
import { holdFolder, releaseFolder } from '../../src/page/engine/networkStore/folderLocks';
import { folderNames, openFiles, removeFolder } from '../../src/page/engine/networkStore/networkFolders';
import { NetworkRecords, networkRecords } from '../../src/page/engine/networkStore/networkRecords';
import { newFolder } from '../../src/page/engine/networkStore/newFolder';
import { sweepFolders } from '../../src/page/engine/networkStore/sweepFolders';
import { storeFiles } from '../../src/page/engine/storeFiles';
import type { KeptNetwork } from '../../src/shared/keptNetwork';
import { mostNetworkFiles } from '../../src/shared/mostNetworkFiles';
import { largeDenseModel } from '../worker/support/largeDenseModel';

const never = new AbortController().signal;
const model = largeDenseModel();

afterEach(async () => {
  await networkRecords.clear();
  for (const folder of await folderNames()) {
    await removeFolder(folder);
    releaseFolder(folder);
  }
});

async function folder(): Promise<string> {
  const name = await newFolder();
  if (name === null) throw new Error('This browser lends no private file system.');
  return name;
}

const sizesOf = (files: readonly File[]) => files.map(({ name, size }) => ({ name, bytes: size }));

async function sameBytes(a: Blob | undefined, b: Blob | undefined): Promise<boolean> {
  const [one, other] = await Promise.all([a?.arrayBuffer(), b?.arrayBuffer()]);
  if (one === undefined || other === undefined || one.byteLength !== other.byteLength) return false;
  const [x, y] = [new Uint8Array(one), new Uint8Array(other)];
  return x.every((byte, i) => byte === y[i]);
}

const weightsOf = (files: readonly File[] | null) => files?.find(({ name }) => name === 'weights.bin');

const record = (name: string, files: readonly File[]): KeptNetwork => ({
  folder: name,
  spec: { id: 'kept', name: 'Kept', preprocessing: { order: 'bgr', mean: [1, 2, 3], scale: 1 }, labels: ['a', 'b'] },
  files: sizesOf(files),
  format: 'TensorFlow.js layers model',
  architecture: null,
  precision: 'f32',
  bytes: 1,
  sourceName: 'model.json',
  hash: 'abc',
  date: 5,
});

test('the files lie in their folder, and converted again from there they are the same', async () => {
  const [first, second] = [await folder(), await folder()];
  const written = await convertNetwork(never, { files: model.files, precision: 'f32', folder: first });
  const found = await openFiles({ folder: first, files: sizesOf(written.files) });
  expect(await sameBytes(weightsOf(found), new Blob(model.files.slice(1)))).toBe(true);
  const again = await convertNetwork(never, { files: found ?? [], precision: 'f32', folder: second });
  for (const [i, file] of again.files.entries()) expect(await sameBytes(file, written.files[i])).toBe(true);
  expect([...(await folderNames())].sort()).toEqual([first, second].sort());
});

test('copied as they are, they are the same under the same names; stopped, nothing is left', async () => {
  const [name, other] = [await folder(), await folder()];
  const copies = await storeFiles(never, model.files, name);
  expect(copies?.map((file) => file.name)).toEqual(model.files.map((file) => file.name));
  for (const [i, file] of model.files.entries()) expect(await sameBytes(file, copies?.[i])).toBe(true);
  const controller = new AbortController();
  const stopped = storeFiles(controller.signal, model.files, other, () => controller.abort(new Error('enough')));
  await expect(stopped).rejects.toThrow('enough');
  await expect.poll(folderNames).toEqual([name]);
  await expect(storeFiles(never, [new File(['x'], '..')], other)).resolves.toBeNull();
  expect(await folderNames()).toEqual([name]);
});

test('in 8 bits they take a quarter', async () => {
  const { files } = await convertNetwork(never, { files: model.files, precision: 'u8', folder: await folder() });
  const floats = model.values.length;
  expect(weightsOf(files)?.size).toBe(floats + 3 * 3 * 3 * 8 + 4 * 8);
});

test('stopped in the middle, nothing is left on the disk', async () => {
  const controller = new AbortController();
  const stopped = convertNetwork(
    controller.signal,
    { files: model.files, precision: 'f16', folder: await folder() },
    ({ loadedBytes }) => {
      if (loadedBytes > 2 ** 20) controller.abort(new Error('enough'));
    },
  );
  await expect(stopped).rejects.toThrow('enough');
  // The caller hears at once; its worker takes back what it wrote.
  await expect.poll(folderNames).toEqual([]);
});

test('refused for a weight, nothing is left on the disk', async () => {
  const values = model.values.slice();
  values[values.length - 3] = Number.NaN;
  const [json, ...shards] = model.files;
  const bytes = new Blob([await new Blob(shards).slice(0, model.kernelAt).arrayBuffer(), values]);
  const wrong = [
    json as File,
    new File([bytes.slice(0, 4_000_001)], 'a.bin'),
    new File([bytes.slice(4_000_001)], 'b.bin'),
  ];
  await expect(convertNetwork(never, { files: wrong, precision: 'f32', folder: await folder() })).rejects.toThrow(
    'dense/kernel',
  );
  expect(await folderNames()).toEqual([]);
});

test('out of room in the middle, the network goes on in memory, whole, and the disk is given back', async () => {
  const spawnOnFullDisk: ConstructorParameters<typeof Bridge>[0] = ({ onReply, onFailure }) => {
    const worker = new Worker(new URL('./support/fullDisk.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => onReply(data));
    worker.addEventListener('error', ({ message }) => onFailure(message));
    return { post: (request) => worker.postMessage(request), terminate: () => worker.terminate() };
  };
  const bridge = new Bridge(spawnOnFullDisk, watchLimits.wasm, () => {});
  const name = await folder();
  const end = await bridge.call(never, 'convert', { files: model.files, precision: 'f32', folder: name });
  if (end.stopped) throw new Error('It was stopped.');
  const { files } = end.result;
  expect(await sameBytes(weightsOf(files), new Blob(model.files.slice(1)))).toBe(true);
  expect(await openFiles({ folder: name, files: sizesOf(files) })).toBeNull();
  expect(await folderNames()).toEqual([]);
  bridge.close('the test is over');
});

/** What another version of the page may have written. */
const putUnchecked = (database: string, value: { readonly folder: string; readonly [key: string]: unknown }) =>
  createStore(database, 'records')('readwrite', (records) => {
    records.put(value, value.folder);
    return promisifyRequest(records.transaction);
  });

test('a network of as many files as one may have is kept; its folder stays though its record makes no sense', async () => {
  const names = Array.from({ length: mostNetworkFiles }, (_, i) => `group1-shard${i + 1}of${mostNetworkFiles}.bin`);
  const shards = names.map((name) => new File(['x'], name));
  const [name, other] = [await folder(), await folder()];
  const copies = await storeFiles(never, shards, name);
  await storeFiles(never, shards.slice(0, 1), other);
  await networkRecords.put(record(name, copies ?? []));
  expect((await networkRecords.all()).map(({ files }) => files.length)).toEqual([mostNetworkFiles]);
  const more = [...shards, new File(['x'], 'more.bin')];
  await expect(networkRecords.put(record(name, more))).rejects.toThrow('cannot be kept on this device: files');
  await putUnchecked('fovea-networks', { ...record(other, shards), folder: other, format: 7 });
  for (const held of [name, other]) releaseFolder(held);
  const locks = async () => (await navigator.locks.query()).held?.map((lock) => lock.name).join(' ') ?? '';
  await expect.poll(locks).not.toMatch(new RegExp(`${name}|${other}`));
  await sweepFolders();
  expect([...(await folderNames())].sort()).toEqual([name, other].sort());
});

test('a folder without a record is swept once nobody holds it; one with a record stays', async () => {
  const [left, kept] = [await folder(), await folder()];
  const { files } = await convertNetwork(never, { files: model.files, precision: 'u8', folder: kept });
  await convertNetwork(never, { files: model.files, precision: 'u8', folder: left });
  await networkRecords.put(record(kept, files));
  await sweepFolders();
  expect([...(await folderNames())].sort()).toEqual([left, kept].sort());
  releaseFolder(left);
  releaseFolder(kept);
  const held = async () => (await navigator.locks.query()).held?.map(({ name }) => name).join(' ') ?? '';
  await expect.poll(held).not.toMatch(new RegExp(`${left}|${kept}`));
  await sweepFolders();
  expect(await folderNames()).toEqual([kept]);
  await holdFolder(kept);
});

test('files that are gone or cut short are no network', async () => {
  const name = await folder();
  const { files } = await convertNetwork(never, { files: model.files, precision: 'u8', folder: name });
  const sizes = sizesOf(files);
  expect(await openFiles({ folder: name, files: sizes })).toHaveLength(2);
  const longer = sizes.map((file) => ({ ...file, bytes: file.bytes + 1 }));
  expect(await openFiles({ folder: name, files: longer })).toBeNull();
  await removeFolder(name);
  expect(await openFiles({ folder: name, files: sizes })).toBeNull();
  await removeFolder(name);
});

test('records are put, take another’s place, and are left out when they make no sense', async () => {
  const records = new NetworkRecords('fovea-networks-test');
  await records.clear();
  const one = record('one', []);
  await records.put({ ...one, files: [{ name: 'model.json', bytes: 3 }] });
  await records.put({ ...one, folder: 'two', files: [{ name: 'model.json', bytes: 3 }], date: 3 });
  expect((await records.all()).map(({ folder: name }) => name)).toEqual(['two', 'one']);
  await records.put({ ...one, folder: 'three', files: [{ name: 'model.json', bytes: 3 }] }, 'one');
  await expect(records.put({ ...one, folder: '../four' })).rejects.toThrow('“Kept” cannot be kept on this device');
  await putUnchecked('fovea-networks-test', { ...one, folder: 'four', files: 'none' });
  expect((await records.all()).map(({ folder: name }) => name)).toEqual(['two', 'three']);
  expect([...(await records.folders())].sort()).toEqual(['four', 'three', 'two']);
  await records.remove('two');
  expect(await records.all()).toHaveLength(1);
  await records.clear();
  expect(await records.all()).toEqual([]);
});
