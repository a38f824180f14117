/** Files that wait are kept up to 512 MB in all, whoever kept them and when. */
import { beforeEach, expect, test, vi } from 'vitest';

const megabyte = 2 ** 20;
const kept = vi.hoisted(() => ({ records: new Map<string, unknown>(), read: [] as string[] }));
vi.mock('../../../src/page/engine/people/studyVault', () => ({
  studyVault: {
    get: async (key: string) => {
      kept.read.push(key);
      return kept.records.get(key);
    },
    ids: async (kind: string) =>
      new Set([...kept.records.keys()].filter((key) => key.startsWith(`${kind}:`)).map((key) => key.split(':')[1])),
    tryKeep: async (key: string, value: unknown) => {
      kept.records.set(key, value);
      return true;
    },
    change: async (_: unknown, gone: readonly string[]) => {
      for (const key of gone) kept.records.delete(key);
    },
  },
}));

/** Pages of zeros that are never touched take no memory. */
const file = (size: number) => {
  const made = new File([], 'photo.jpg', { type: 'image/jpeg' });
  return Object.assign(made, { arrayBuffer: async () => new ArrayBuffer(size * megabyte) }) as File;
};
const give = (sources: typeof import('../../../src/page/flows/people/studySources'), id: string, size: number) => {
  const made = file(size);
  Object.defineProperty(made, 'size', { value: size * megabyte });
  sources.takeSource(id, made);
};
/** As after a reload: what the module knew is gone, what is kept is not. */
const freshPage = async () => {
  vi.resetModules();
  return import('../../../src/page/flows/people/studySources');
};
const ids = () => [...kept.records.keys()].map((key) => key.slice('source:'.length)).sort();

beforeEach(() => {
  kept.records.clear();
  kept.read.length = 0;
});

test('photos that are added later share the room with those before', async () => {
  const sources = await freshPage();
  for (const id of ['a', 'b']) give(sources, id, 200);
  await sources.keepSources(['a', 'b']);
  give(sources, 'c', 200);
  give(sources, 'd', 100);
  await sources.keepSources(['a', 'b', 'c', 'd']);
  expect(ids()).toEqual(['a', 'b', 'd']);
  // What is measured makes room.
  await sources.dropSource('a');
  give(sources, 'e', 200);
  await sources.keepSources(['b', 'c', 'd', 'e']);
  expect(ids()).toEqual(['b', 'd', 'e']);
});

test('calls that overlap share it, too', async () => {
  const sources = await freshPage();
  for (const id of ['a', 'b', 'c', 'd']) give(sources, id, 200);
  await Promise.all([sources.keepSources(['a', 'b']), sources.keepSources(['c', 'd'])]);
  expect(ids()).toEqual(['a', 'b']);
});

test('photos that were kept before a reload count, and are read once', async () => {
  const before = await freshPage();
  for (const id of ['a', 'b']) give(before, id, 200);
  await before.keepSources(['a', 'b']);
  const sources = await freshPage();
  give(sources, 'c', 200);
  give(sources, 'd', 100);
  await sources.keepSources(['a', 'b', 'c', 'd']);
  expect(ids()).toEqual(['a', 'b', 'd']);
  give(sources, 'e', 12);
  await sources.keepSources(['a', 'b', 'c', 'e']);
  expect(ids()).toEqual(['a', 'b', 'd', 'e']);
  expect(kept.read.sort()).toEqual(['source:a', 'source:b']);
});

test('where nothing new waits, nothing is read', async () => {
  const before = await freshPage();
  give(before, 'a', 200);
  await before.keepSources(['a']);
  const sources = await freshPage();
  await sources.keepSources(['a']);
  expect(kept.read).toEqual([]);
});
