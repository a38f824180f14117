/** Keeping a network on a device whose list refuses the record: the files in use stay. */
import { afterEach, expect, test, vi } from 'vitest';
import { releaseFolder } from '../../src/page/engine/networkStore/folderLocks';
import { folderNames, openFiles, removeFolder } from '../../src/page/engine/networkStore/networkFolders';
import { networkRecords } from '../../src/page/engine/networkStore/networkRecords';
import { newFolder } from '../../src/page/engine/networkStore/newFolder';
import { storeFiles } from '../../src/page/engine/storeFiles';
import { keepNetwork } from '../../src/page/flows/networks/keepNetwork';
import { keptNetworksStore } from '../../src/page/state/keptNetworks';
import { networksStore } from '../../src/page/state/networks';
import type { LoadedNetwork, NetworkInfo } from '../../src/shared/network';
import { goldenFiles } from '../worker/support/golden';

const never = new AbortController().signal;
const preprocessing = { order: 'rgb', mean: [0, 0, 0], scale: 1 } as const;

afterEach(async () => {
  vi.restoreAllMocks();
  await networkRecords.clear();
  keptNetworksStore.setState({ kept: new Map() });
  for (const folder of await folderNames()) {
    await removeFolder(folder);
    releaseFolder(folder);
  }
});

/** Lists a network with these files as one that has been loaded. */
function list(files: readonly File[]): void {
  const info: NetworkInfo = {
    id: 'mine',
    name: 'Mine',
    input: [64, 64, 3],
    parameters: 1,
    layers: 1,
    preprocessing,
    outputs: { embedding: null, classes: [] },
    margin: 0.25,
    hash: 'abc',
  };
  const loaded: LoadedNetwork = { info, layers: [] };
  const spec = { id: 'mine', name: 'Mine', preprocessing, source: { format: 'files', files } } as const;
  networksStore.setState({ entries: new Map([['mine', { spec, loaded, progress: null, error: null }]]) });
}

async function storedGolden(): Promise<{ readonly folder: string; readonly files: readonly File[] }> {
  const folder = await newFolder();
  const files = folder === null ? null : await storeFiles(never, await goldenFiles(7), folder);
  if (folder === null || files === null) throw new Error('This browser lends no private file system.');
  return { folder, files };
}

test('a record that cannot be written leaves the files that the network is read from', async () => {
  const { folder, files } = await storedGolden();
  list(files);
  vi.spyOn(networkRecords, 'put').mockRejectedValue(new Error('the disk is full'));
  await expect(keepNetwork(never, 'mine', { folder })).rejects.toThrow('the disk is full');
  expect(keptNetworksStore.getState().kept.size).toBe(0);
  const sizes = files.map(({ name, size }) => ({ name, bytes: size }));
  expect(await openFiles({ folder, files: sizes })).toHaveLength(files.length);
  expect((await files[0]?.arrayBuffer())?.byteLength).toBe(files[0]?.size);
});

test('a record that cannot be written takes the copy with it that was made for it', async () => {
  list(await goldenFiles(7));
  vi.spyOn(networkRecords, 'put').mockRejectedValue(new Error('the disk is full'));
  await expect(keepNetwork(never, 'mine')).rejects.toThrow('the disk is full');
  expect(await folderNames()).toEqual([]);
});
