/** What is dropped in folders: it goes where it belongs, and keeps its place in them. */
import { beforeEach, expect, test, vi } from 'vitest';
import { takeDropped } from '../../../src/page/flows/takeDropped';
import { pathOf } from '../../../src/page/intake/filePaths';
import type { FoundFile } from '../../../src/page/intake/people/foundFile';
import { benchStore } from '../../../src/page/state/bench';

const at = vi.hoisted(() => ({ networks: [] as (readonly File[])[], people: [] as (readonly FoundFile[])[] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({}) }));
vi.mock('../../../src/page/flows/openBench', () => ({ openBench: () => {} }));
vi.mock('../../../src/page/flows/networks/takeNetwork', () => ({
  takeNetwork: async (files: readonly File[]) => void at.networks.push(files),
}));
vi.mock(import('../../../src/page/flows/people/takeOnPeople'), async (original) => ({
  ...(await original()),
  takeOnPeople: async (found: readonly FoundFile[]) => void at.people.push(found),
}));

/** A dropped folder, as a browser hands it on. */
function dropped(folder: string, files: readonly File[]): DataTransfer {
  const children = files.map((file) => ({
    ...{ isFile: true, isDirectory: false, name: file.name, fullPath: `/${folder}/${file.name}` },
    file: (resolve: (found: File) => void) => resolve(file),
  }));
  const parts = [children, []];
  const createReader = () => ({ readEntries: (resolve: (some: unknown) => void) => resolve(parts.shift()) });
  const entry = { isFile: false, isDirectory: true, name: folder, fullPath: `/${folder}`, createReader };
  const items = [{ kind: 'file', webkitGetAsEntry: () => entry }];
  return { items, files: [] } as unknown as DataTransfer;
}

beforeEach(() => {
  at.networks.length = 0;
  at.people.length = 0;
  benchStore.setState({ bench: 'people' });
});

const network = [new File(['{}'], 'model.json'), new File(['Read me.'], 'README'), new File([], 'weights.bin')];

test('a network’s folder dropped on People is a network, and its files know where they lay', async () => {
  await takeDropped(dropped('net', network));
  expect(at.people).toEqual([]);
  expect(at.networks.map((files) => files.map(pathOf))).toEqual([['net/model.json', 'net/README', 'net/weights.bin']]);
});

test('photos of people stay on People, with their folders; what is neither is told there', async () => {
  const photos = [new File(['x'], '1.jpg'), new File(['{}'], 'notes.json')];
  await takeDropped(dropped('Ada', photos));
  await takeDropped(dropped('texts', [new File(['x'], 'notes')]));
  expect(at.networks).toEqual([]);
  expect(at.people.map((found) => found.map(({ path }) => path))).toEqual([
    ['Ada/1.jpg', 'Ada/notes.json'],
    ['texts/notes'],
  ]);
});
