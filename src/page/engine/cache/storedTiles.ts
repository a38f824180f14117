import { clear, createStore, delMany, entries, getMany, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import { type CachedTile, tileBytes } from './cachedTile';
import { oldestOverCap, type Use } from './oldestOverCap';

/** Milliseconds. */
const patience = 3000;

const floats = v.custom<Float32Array<ArrayBuffer>>((value) => value instanceof Float32Array);

/** What lies in the database was written by this or an older version of the page: it is checked like any file. */
const schema = v.object({
  step: v.number(),
  objectives: v.array(v.number()),
  picture: v.object({
    width: v.number(),
    height: v.number(),
    rgba: v.custom<Uint8ClampedArray<ArrayBuffer>>((value) => value instanceof Uint8ClampedArray),
  }),
  state: v.object({ step: v.number(), parameters: floats, moments: floats, alive: v.boolean() }),
  dead: v.boolean(),
});

interface Stores {
  readonly tiles: UseStore;
  readonly uses: UseStore;
}

/**
 * Tiles on the device, in IndexedDB, up to a number of bytes. Sizes and times of use lie in a second database, so that
 * choosing what to delete does not read the pictures. Storage that fails, in private mode or full, is as if empty.
 */
export class StoredTiles {
  #stores: Stores | null = null;
  /** Writing goes one after the other: what is being put away must not outlast a deletion. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly mostBytes: number) {}

  /** The tiles that are there, by key. */
  async get(keys: readonly string[]): Promise<ReadonlyMap<string, CachedTile>> {
    const found = new Map<string, CachedTile>();
    if (keys.length === 0) return found;
    await this.#attempt(async ({ tiles, uses }) => {
      const values = await getMany<unknown>([...keys], tiles);
      keys.forEach((key, index) => {
        const tile = v.safeParse(schema, values[index]);
        if (tile.success) found.set(key, tile.output);
      });
      for (const [key, tile] of found) await set(key, { bytes: tileBytes(tile), used: Date.now() }, uses);
    });
    return found;
  }

  async put(key: string, tile: CachedTile): Promise<void> {
    await this.#inTurn(() =>
      this.#attempt(async ({ tiles, uses }) => {
        const use: Use = { bytes: tileBytes(tile), used: Date.now() };
        await set(key, use, uses);
        const old = oldestOverCap(await entries<string, Use>(uses), this.mostBytes);
        await delMany([...old], tiles);
        await delMany([...old], uses);
        await set(key, tile, tiles);
      }),
    );
  }

  /** Deletes all tiles. @throws FoveaError where the browser does not do it */
  async clear(): Promise<void> {
    await this.#inTurn(async () => {
      try {
        const { tiles, uses } = this.#open();
        await within(patience, Promise.all([clear(tiles), clear(uses)]));
      } catch (cause) {
        throw new FoveaError(
          'The pictures kept on this device could not be deleted.',
          'Close other tabs of this page and try again, or delete this site’s data in the browser’s settings.',
          { cause },
        );
      }
    });
  }

  #open(): Stores {
    this.#stores ??= { tiles: createStore('fovea-tiles', 'tiles'), uses: createStore('fovea-tile-uses', 'uses') };
    return this.#stores;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#writing.then(work);
    this.#writing = turn.catch(() => {});
    return turn;
  }

  async #attempt(work: (stores: Stores) => Promise<void>): Promise<void> {
    try {
      await within(patience, work(this.#open()));
    } catch (error) {
      console.warn('Fovea: the store on this device failed; tiles are kept in memory only.', error);
    }
  }
}

/** The promise, or an error when it takes too long: some browsers never answer the first request to a database. */
function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
