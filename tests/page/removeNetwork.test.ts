/** A kept network is removed, and that is taken back, or not. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { releaseFolder } from '../../src/page/engine/networkStore/folderLocks';
import { folderNames, openFiles, removeFolder } from '../../src/page/engine/networkStore/networkFolders';
import { networkRecords } from '../../src/page/engine/networkStore/networkRecords';
import { newFolder } from '../../src/page/engine/networkStore/newFolder';
import { storeFiles } from '../../src/page/engine/storeFiles';
import type { Engine } from '../../src/page/engine/types';
import { removeWithUndo } from '../../src/page/flows/networks/removeWithUndo';
import { keptNetworksStore, setKept } from '../../src/page/state/keptNetworks';
import { type NetworkEntry, networksStore } from '../../src/page/state/networks';
import { noticesStore } from '../../src/page/state/notices';
import type { KeptNetwork } from '../../src/shared/keptNetwork';

// Nothing is computed here.
vi.mock('../../src/page/engine/instance', () => ({
  engine: (): Partial<Engine> => ({ unloadNetwork: () => undefined }),
}));

const never = new AbortController().signal;
const preprocessing = { order: 'rgb', mean: [0, 0, 0], scale: 1 } as const;
let record: KeptNetwork;

function entry(id: string, files: readonly File[]): readonly [string, NetworkEntry] {
  const spec = { id, name: `The ${id}`, preprocessing, source: { format: 'files', files } } as const;
  return [id, { spec, loaded: null, progress: null, error: null }];
}

beforeEach(async () => {
  const folder = await newFolder();
  const files = folder === null ? null : await storeFiles(never, [new File(['{}'], 'model.json')], folder);
  if (folder === null || files === null) throw new Error('This browser lends no private file system.');
  record = {
    ...{ folder, spec: { id: 'mine', name: 'The mine', preprocessing }, files: [{ name: 'model.json', bytes: 2 }] },
    ...{ format: 'x', architecture: null, precision: 'f32', bytes: 2, sourceName: 'x', hash: 'x', date: 1 },
  };
  await networkRecords.put(record);
  networksStore.setState({ entries: new Map([entry('first', []), entry('mine', files), entry('last', [])]) });
  setKept('mine', record);
  noticesStore.setState({ notices: [] });
});

afterEach(async () => {
  await networkRecords.clear();
  keptNetworksStore.setState({ kept: new Map() });
  for (const folder of await folderNames()) {
    await removeFolder(folder);
    releaseFolder(folder);
  }
});

const ids = () => [...networksStore.getState().entries.keys()];
const offer = () => {
  const notice = noticesStore.getState().notices.at(-1);
  if (notice?.action === undefined || notice.gone === undefined) throw new Error('Nothing can be taken back.');
  return { message: notice.message, undo: notice.action.run, gone: notice.gone };
};

test('removed, it is off the list at once, and taken back it stands where it stood, files and record and all', async () => {
  removeWithUndo('mine');
  expect(ids()).toEqual(['first', 'last']);
  await vi.waitFor(async () => expect(await networkRecords.all()).toEqual([]));
  const { message, undo, gone } = offer();
  expect(message).toBe('“The mine” is removed from this device.');
  undo();
  await vi.waitFor(() => expect(keptNetworksStore.getState().kept.get('mine')).toEqual(record));
  // The notice leaves the screen after that as well.
  gone();
  expect(ids()).toEqual(['first', 'mine', 'last']);
  expect(await networkRecords.all()).toEqual([record]);
  expect(await openFiles(record)).toHaveLength(1);
});

test('once the offer is gone, so are the files', async () => {
  removeWithUndo('mine');
  const { undo, gone } = offer();
  expect(await folderNames()).toContain(record.folder);
  gone();
  await vi.waitFor(async () => expect(await folderNames()).toEqual([]));
  expect(await networkRecords.all()).toEqual([]);
  // Too late, which is said.
  undo();
  await vi.waitFor(() =>
    expect(noticesStore.getState().notices.at(-1)?.message).toBe(
      'The files of “The mine” are no longer on this device.',
    ),
  );
  expect(ids()).toEqual(['first', 'last']);
});

test('added again meanwhile, it is not listed twice, and its first files go', async () => {
  removeWithUndo('mine');
  const { undo } = offer();
  const again = await newFolder();
  const files = again === null ? null : await storeFiles(never, [new File(['{}'], 'model.json')], again);
  if (again === null || files === null) throw new Error('This browser lends no private file system.');
  const second: KeptNetwork = { ...record, folder: again };
  const { entries } = networksStore.getState();
  networksStore.setState({ entries: new Map([...entries, entry('mine-2', files)]) });
  setKept('mine-2', second);
  undo();
  await vi.waitFor(() =>
    expect(noticesStore.getState().notices.at(-1)?.message).toBe('You have this network again: it is “The mine-2”.'),
  );
  expect(ids()).toEqual(['first', 'last', 'mine-2']);
  expect(await folderNames()).toEqual([again]);
});

test('its twin, which stood beside it, is no reason to lose it', async () => {
  const { entries } = networksStore.getState();
  networksStore.setState({ entries: new Map([...entries, entry('twin', [])]) });
  setKept('twin', { ...record, folder: 'elsewhere' });
  removeWithUndo('mine');
  offer().undo();
  await vi.waitFor(() => expect(keptNetworksStore.getState().kept.get('mine')).toEqual(record));
  expect(ids()).toEqual(['first', 'mine', 'last', 'twin']);
  expect(await openFiles(record)).toHaveLength(1);
});

test('what comes along is not removed', () => {
  const [id, first] = entry('first', []);
  const bundled = { ...first, spec: { ...first.spec, source: { format: 'random-vgg16', seed: 1 } } } as const;
  networksStore.setState({ entries: new Map([[id, bundled]]) });
  removeWithUndo('first');
  expect(ids()).toEqual(['first']);
  expect(noticesStore.getState().notices).toEqual([]);
});
