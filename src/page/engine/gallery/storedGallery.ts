import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { FoveaError } from '../../../shared/errors';
import type { Gallery, GalleryPerson, GalleryPhoto } from '../../../shared/gallery';
import {
  mark,
  markKey,
  personKey,
  photoKey,
  type ReadGallery,
  readRecords,
  toStoredPerson,
  toStoredPhoto,
} from './storedRecords';

/** Milliseconds: some browsers never answer the first request to a database. */
const patience = 5000;

/** The gallery on this device, in IndexedDB: one record a person and one a photo, so that a change writes little. */
export class StoredGallery {
  readonly #database: string;
  #records: UseStore | null = null;
  /** What the records say: the next save writes the difference. */
  #kept: Gallery = [];

  constructor(database = 'fovea-gallery') {
    this.#database = database;
  }

  /**
   * What is kept; null where nothing ever was.
   * @throws FoveaError where this browser keeps nothing, as in some private windows
   */
  async load(): Promise<ReadGallery | null> {
    return this.#attempt('read', async (store) => {
      const [keys, values] = await store('readonly', (records) =>
        Promise.all([promisifyRequest(records.getAllKeys()), promisifyRequest<unknown[]>(records.getAll())]),
      );
      const records = new Map(keys.map((key, index) => [String(key), values[index]]));
      if (!records.has(markKey)) return null;
      const read = readRecords(records);
      this.#kept = read.people;
      return read;
    });
  }

  /**
   * Keeps this gallery: all of the change or nothing. Calls must not overlap.
   * @throws FoveaError when the device has no room, or keeps nothing
   */
  async save(people: Gallery): Promise<void> {
    const before = this.#kept;
    await this.#attempt('kept', async (store) => {
      const puts = await changes(before, people);
      await store('readwrite', (records) => {
        for (const [key, value] of puts) records.put(value, key);
        for (const key of gone(before, people)) records.delete(key);
        return promisifyRequest(records.transaction);
      });
    });
    this.#kept = people;
  }

  /** Deletes everything; a browser without databases has nothing. @throws FoveaError when it stays */
  async clear(): Promise<void> {
    this.#kept = [];
    if (globalThis.indexedDB === undefined) return;
    await this.#attempt('deleted', async (store) => {
      await store('readwrite', (records) => {
        records.clear();
        return promisifyRequest(records.transaction);
      });
    });
  }

  async #open(): Promise<UseStore> {
    if (this.#records !== null) return this.#records;
    const records = createStore(this.#database, 'records');
    await within(
      patience,
      records('readonly', (store) => promisifyRequest(store.count())),
    );
    this.#records = records;
    return records;
  }

  async #attempt<T>(verb: 'read' | 'kept' | 'deleted', work: (store: UseStore) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open());
    } catch (cause) {
      const full = cause instanceof DOMException && cause.name === 'QuotaExceededError';
      const remedy = full
        ? 'Make room on this device, or export the gallery to a file.'
        : 'Export it to a file before you leave the page; private windows may keep nothing.';
      throw new FoveaError(`The gallery could not be ${verb} on this device.`, remedy, { cause });
    }
  }
}

/** Records to write: people that changed or moved, and photos that are new or have new embeddings. */
async function changes(before: Gallery, after: Gallery): Promise<readonly (readonly [string, unknown])[]> {
  const placed = new Map(before.map((person, position) => [person, position]));
  const known = new Set(photosOf(before));
  const people = after.flatMap((person, position) =>
    placed.get(person) === position ? [] : [[personKey(person.id), toStoredPerson(person, position)] as const],
  );
  const fresh = photosOf(after).filter((photo) => !known.has(photo));
  const photos = await Promise.all(
    fresh.map(async (photo) => [photoKey(photo.id), await toStoredPhoto(photo)] as const),
  );
  return [[markKey, mark], ...people, ...photos];
}

/** Keys of the records that are no longer wanted. */
function gone(before: Gallery, after: Gallery): readonly string[] {
  const keysOf = (gallery: Gallery) => [
    ...gallery.map(({ id }: GalleryPerson) => personKey(id)),
    ...photosOf(gallery).map(({ id }) => photoKey(id)),
  ];
  const left = new Set(keysOf(after));
  return keysOf(before).filter((key) => !left.has(key));
}

function photosOf(gallery: Gallery): readonly GalleryPhoto[] {
  return gallery.flatMap(({ photos }) => photos);
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The page's one gallery on this device. */
export const storedGallery = new StoredGallery();
