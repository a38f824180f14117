import type { CachedTile } from './cachedTile';
import { MemoryTiles } from './memoryTiles';
import { StoredTiles } from './storedTiles';

const megabyte = 2 ** 20;

/** Tiles that were computed before: in memory, and on the device for the next visit. */
export class TileCache {
  readonly #memory = new MemoryTiles(128 * megabyte);
  readonly #stored = new StoredTiles(256 * megabyte);

  /** What memory holds of these keys: shown without a moment's wait. */
  peek(keys: readonly string[]): Map<string, CachedTile> {
    const found = new Map<string, CachedTile>();
    for (const key of keys) {
      const tile = this.#memory.get(key);
      if (tile !== null) found.set(key, tile);
    }
    return found;
  }

  /** Everything that is there of these keys, by key. Never rejects. */
  async get(keys: readonly string[]): Promise<ReadonlyMap<string, CachedTile>> {
    const found = this.peek(keys);
    const missing = keys.filter((key) => !found.has(key));
    for (const [key, tile] of await this.#stored.get(missing)) {
      this.#memory.put(key, tile);
      found.set(key, tile);
    }
    return found;
  }

  /** Keeps a tile; an unfinished one in memory only. */
  put(key: string, tile: CachedTile, finished: boolean): void {
    this.#memory.put(key, tile);
    if (finished) void this.#stored.put(key, tile);
  }

  /** Deletes all tiles, in memory and on the device. @throws FoveaError where the device keeps them */
  async clear(): Promise<void> {
    this.#memory.clear();
    await this.#stored.clear();
  }
}

/** The page's one cache. */
export const tileCache = new TileCache();
