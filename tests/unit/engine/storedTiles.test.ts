import { beforeEach, expect, test, vi } from 'vitest';
import type { CachedTile } from '../../../src/page/engine/cache/cachedTile';

/** The databases, and what each write waits for. */
const disk = vi.hoisted(() => ({ stores: new Map<string, Map<string, unknown>>(), delay: 0, fails: false }));

vi.mock('idb-keyval', () => {
  const at = (store: string) => {
    const found = disk.stores.get(store) ?? new Map<string, unknown>();
    disk.stores.set(store, found);
    return found;
  };
  const later = async () => {
    await new Promise((resolve) => setTimeout(resolve, disk.delay));
    if (disk.fails) throw new Error('blocked');
  };
  return {
    createStore: (name: string) => name,
    set: async (key: string, value: unknown, store: string) => {
      await later();
      at(store).set(key, value);
    },
    getMany: async (keys: string[], store: string) => keys.map((key) => at(store).get(key)),
    entries: async (store: string) => {
      await later();
      return [...at(store)];
    },
    delMany: async (keys: string[], store: string) => {
      for (const key of keys) at(store).delete(key);
    },
    clear: async (store: string) => {
      await later();
      at(store).clear();
    },
  };
});

const { StoredTiles } = await import('../../../src/page/engine/cache/storedTiles');

const tile: CachedTile = {
  step: 1,
  objectives: [1],
  picture: { width: 1, height: 1, rgba: new Uint8ClampedArray(4) },
  state: { step: 1, parameters: new Float32Array(3), moments: new Float32Array(0), alive: true },
  dead: false,
};
const kept = () => [...disk.stores.values()].reduce((sum, store) => sum + store.size, 0);

beforeEach(() => {
  disk.stores.clear();
  Object.assign(disk, { delay: 0, fails: false });
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

test('a tile that is being put away does not outlast a deletion', async () => {
  const stored = new StoredTiles(1e6);
  disk.delay = 50;
  const putting = stored.put('a', tile);
  const clearing = stored.clear();
  await vi.advanceTimersByTimeAsync(1000);
  await Promise.all([putting, clearing]);
  expect(kept()).toBe(0);
  const again = stored.put('b', tile);
  await vi.advanceTimersByTimeAsync(1000);
  await again;
  expect(disk.stores.get('fovea-tiles')?.size).toBe(1);
});

test.each([
  ['fails', { fails: true }],
  ['never answers', { delay: 1e9 }],
])('a deletion that %s is told as such; what comes after it still works', async (_, trouble) => {
  const stored = new StoredTiles(1e6);
  Object.assign(disk, trouble);
  const clearing = expect(stored.clear()).rejects.toMatchObject({ name: 'FoveaError', remedy: expect.any(String) });
  await vi.advanceTimersByTimeAsync(10_000);
  await clearing;
  Object.assign(disk, { delay: 0, fails: false });
  const putting = stored.put('a', tile);
  await vi.advanceTimersByTimeAsync(10);
  await putting;
  expect(disk.stores.get('fovea-tiles')?.has('a')).toBe(true);
});

test('a tile that cannot be put away is no error', async () => {
  const stored = new StoredTiles(1e6);
  disk.fails = true;
  const putting = stored.put('a', tile);
  await vi.advanceTimersByTimeAsync(10);
  await expect(putting).resolves.toBeUndefined();
});
