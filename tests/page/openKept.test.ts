/** The list of kept networks on the device, as another tab changes it. */
import { afterEach, expect, test, vi } from 'vitest';
import { releaseFolder } from '../../src/page/engine/networkStore/folderLocks';
import * as networkFolders from '../../src/page/engine/networkStore/networkFolders';
import { networkRecords } from '../../src/page/engine/networkStore/networkRecords';
import { newFolder } from '../../src/page/engine/networkStore/newFolder';
import type { Engine } from '../../src/page/engine/types';
import { checkUnchanged } from '../../src/page/flows/networks/checkUnchanged';
import { followList } from '../../src/page/flows/networks/openKept';
import { keptNetworksStore } from '../../src/page/state/keptNetworks';
import { networksStore } from '../../src/page/state/networks';
import { noticesStore } from '../../src/page/state/notices';
import type { KeptNetwork } from '../../src/shared/keptNetwork';

// Nothing is computed here: what is unloaded and loaded is the engine's own test's.
vi.mock('../../src/page/engine/instance', () => ({
  engine: (): Partial<Engine> => ({ unloadNetwork: () => undefined }),
}));

const never = new AbortController().signal;

afterEach(async () => {
  vi.restoreAllMocks();
  await networkRecords.clear();
  networksStore.setState({ entries: new Map() });
  keptNetworksStore.setState({ kept: new Map() });
  noticesStore.setState({ notices: [] });
  for (const folder of await networkFolders.folderNames()) {
    await networkFolders.removeFolder(folder);
    releaseFolder(folder);
  }
});

/** What another tab keeps: its files and its record. */
async function keep(id: string, change: Partial<KeptNetwork> = {}, instead?: string): Promise<KeptNetwork> {
  const folder = await newFolder();
  if (folder === null) throw new Error('This browser lends no private file system.');
  const networks = await (await navigator.storage.getDirectory()).getDirectoryHandle('networks', { create: true });
  const home = await networks.getDirectoryHandle(folder, { create: true });
  const writable = await (await home.getFileHandle('model.json', { create: true })).createWritable();
  await writable.write('{}');
  await writable.close();
  const record: KeptNetwork = {
    folder,
    spec: { id, name: id, preprocessing: { order: 'bgr', mean: [1, 2, 3], scale: 1 } },
    files: [{ name: 'model.json', bytes: 2 }],
    format: 'TensorFlow.js model',
    architecture: null,
    precision: 'f32',
    bytes: 2,
    sourceName: 'model.json',
    hash: folder,
    date: Date.now(),
    ...change,
  };
  await networkRecords.put(record, instead);
  return record;
}

const names = () => [...networksStore.getState().entries].map(([id, { spec }]) => `${id}: ${spec.name}`);
const messages = () => noticesStore.getState().notices.map(({ message }) => message);

test('another tab’s name, preprocessing and labels are followed, and nothing is replaced when nothing changed', async () => {
  const record = await keep('net');
  await followList();
  expect(names()).toEqual(['net: net']);
  const entry = networksStore.getState().entries.get('net');
  await followList();
  expect(networksStore.getState().entries.get('net')).toBe(entry);
  const preprocessing = { order: 'rgb', mean: [0, 0, 0], scale: 1 } as const;
  const changed = {
    ...record,
    hash: 'other',
    spec: { id: 'net-2', name: 'new', preprocessing, labels: ['a'] },
  };
  await networkRecords.put(changed, record.folder);
  await followList();
  expect(names()).toEqual(['net: new']);
  expect(networksStore.getState().entries.get('net')?.spec).toMatchObject({ preprocessing, labels: ['a'] });
  expect(keptNetworksStore.getState().kept.get('net')).toEqual(changed);
  expect(messages()).toEqual(['“new” was changed in another tab.']);
});

test('two networks of one id are two; one that was written anew is the same one', async () => {
  const first = await keep('net');
  await followList();
  await keep('net', { spec: { ...first.spec, name: 'other' }, date: first.date + 1 });
  await followList();
  expect(names()).toEqual(['net: net', 'net-2: other']);
  expect(messages()).toEqual([]);
  const anew = await keep('net', { lineage: first.folder, precision: 'u8' }, first.folder);
  await followList();
  expect(names().sort()).toEqual(['net-2: other', 'net: net']);
  expect(keptNetworksStore.getState().kept.get('net')).toEqual(anew);
  // Twice more, of which this tab hears but once.
  const again = await keep('net', { lineage: first.folder }, anew.folder);
  const last = await keep('net', { lineage: first.folder }, again.folder);
  await followList();
  expect(keptNetworksStore.getState().kept.get('net')).toEqual(last);
  expect(names()).toHaveLength(2);
});

test('one whose files cannot be opened is told of once, and hides no other', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const broken = await keep('broken', { date: 1 });
  await keep('sound', { date: 2 });
  const getHandle = FileSystemDirectoryHandle.prototype.getDirectoryHandle;
  vi.spyOn(FileSystemDirectoryHandle.prototype, 'getDirectoryHandle').mockImplementation(function (
    this: FileSystemDirectoryHandle,
    ...[name, options]: Parameters<typeof getHandle>
  ) {
    if (name === broken.folder) return Promise.reject(new DOMException('locked', 'NotReadableError'));
    return getHandle.call(this, name, options);
  });
  await followList();
  await followList();
  expect(names()).toEqual(['sound: sound']);
  expect(messages()).toEqual(['Your network “broken” is on this device, but the browser does not open its files.']);
});

test('work that has waited finds a network changed or removed elsewhere, and one that is the same', async () => {
  const record = await keep('net');
  await followList();
  const spec = networksStore.getState().entries.get('net')?.spec;
  const kept = keptNetworksStore.getState().kept.get('net');
  if (spec === undefined || kept === undefined) throw new Error('It is not listed.');
  const check = () => checkUnchanged(never, 'net', kept, spec);
  await check();
  await networkRecords.put({ ...record, spec: { ...record.spec, name: 'new' } }, record.folder);
  await expect(check()).rejects.toThrow('“net” has been changed since its smaller copy was measured.');
  await networkRecords.put(record, record.folder);
  networksStore.setState(({ entries }) => {
    const entry = entries.get('net');
    return entry === undefined ? {} : { entries: new Map(entries).set('net', { ...entry, spec: { ...spec } }) };
  });
  await expect(check()).rejects.toThrow('has been changed');
  await networkRecords.remove(record.folder);
  await expect(check()).rejects.toThrow('“net” has been removed from this device.');
});
