import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { FoveaError } from '../../../shared/errors';
import { type RecordKind, recordKey } from './studyRecords';

/** Milliseconds: some browsers never answer the first request to a database. */
const patience = 5000;

/**
 * The study on this device: records by key in IndexedDB. Where the browser keeps nothing, as in some private windows,
 * or has no room left, they are held in memory until the page is closed, and `onTrouble` hears of it once.
 */
export class StudyVault {
  readonly #database: string;
  #records: Promise<UseStore> | null = null;
  readonly #memory = new Map<string, unknown>();
  #told = false;
  /** Another tab has the study: no write begins any more. */
  readOnly = false;
  onTrouble: (error: FoveaError) => void = () => {};

  constructor(database = 'fovea-study') {
    this.#database = database;
  }

  /**
   * Another tab has the study and goes on with what the device keeps: what lay in memory alone would be older one day.
   */
  leave(): void {
    this.readOnly = true;
    this.#memory.clear();
  }

  /** Whether this device keeps the study, so that other tabs see it, too. */
  async keeps(): Promise<boolean> {
    return (await this.#attempt(async () => true)) === true;
  }

  async get(key: string): Promise<unknown> {
    if (this.#memory.has(key)) return this.#memory.get(key);
    return this.#attempt((store) => store('readonly', (records) => promisifyRequest<unknown>(records.get(key))));
  }

  /** The records of one kind, one after the other, by id: never all of them in memory. */
  async *each(kind: RecordKind): AsyncGenerator<readonly [id: string, value: unknown]> {
    const prefix = recordKey(kind, '');
    const stored = await this.#attempt((store) =>
      store('readonly', (records) => promisifyRequest(records.getAllKeys())),
    );
    const keys = new Set([...(stored ?? []).map(String), ...this.#memory.keys()]);
    for (const key of keys) if (key.startsWith(prefix)) yield [key.slice(prefix.length), await this.get(key)];
  }

  /** Ids that have a record of this kind. */
  async ids(kind: RecordKind): Promise<ReadonlySet<string>> {
    const prefix = recordKey(kind, '');
    const stored = await this.#attempt((store) =>
      store('readonly', (records) => promisifyRequest(records.getAllKeys())),
    );
    const keys = [...(stored ?? []).map(String), ...this.#memory.keys()];
    return new Set(keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
  }

  /** Writes and deletes all of these, or holds them in memory. Never rejects. */
  async change(puts: readonly (readonly [key: string, value: unknown])[], gone: readonly string[] = []): Promise<void> {
    if (this.readOnly) return;
    const isKept = await this.#attempt(async (store) => {
      await store('readwrite', (records) => {
        for (const [key, value] of puts) records.put(value, key);
        for (const key of gone) records.delete(key);
        return promisifyRequest(records.transaction);
      });
      return true;
    });
    for (const key of gone) this.#memory.delete(key);
    for (const [key, value] of puts) {
      if (isKept === true) this.#memory.delete(key);
      else this.#memory.set(key, value);
    }
  }

  /** The same without memory in reserve: whether it is kept now. Never rejects. */
  async tryKeep(key: string, value: unknown): Promise<boolean> {
    if (this.readOnly) return false;
    const kept = await this.#attempt(async (store) => {
      await store('readwrite', (records) => {
        records.put(value, key);
        return promisifyRequest(records.transaction);
      });
      return true;
    });
    return kept === true;
  }

  async drop(kind: RecordKind): Promise<void> {
    await this.change(
      [],
      [...(await this.ids(kind))].map((id) => recordKey(kind, id)),
    );
  }

  /** Deletes everything. @throws FoveaError when it stays */
  async clear(): Promise<void> {
    this.#memory.clear();
    if (globalThis.indexedDB === undefined) return;
    try {
      const store = await this.#open();
      await store('readwrite', (records) => {
        records.clear();
        return promisifyRequest(records.transaction);
      });
    } catch (cause) {
      throw new FoveaError(
        'The study could not be deleted from this device.',
        'Delete this site’s data in the browser’s settings.',
        { cause },
      );
    }
  }

  #open(): Promise<UseStore> {
    this.#records ??= this.#tryOpen();
    return this.#records;
  }

  async #tryOpen(): Promise<UseStore> {
    const records = createStore(this.#database, 'records');
    const first = records('readonly', (store) => promisifyRequest(store.count()));
    await Promise.race([
      first,
      new Promise((_, reject) => setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience)),
    ]);
    return records;
  }

  /** Undefined where the device does not do it. */
  async #attempt<T>(work: (store: UseStore) => Promise<T>): Promise<T | undefined> {
    if (globalThis.indexedDB === undefined) return undefined;
    try {
      return await work(await this.#open());
    } catch (cause) {
      const full = cause instanceof DOMException && cause.name === 'QuotaExceededError';
      const remedy = full ? 'Make room on this device.' : 'Private windows may keep nothing.';
      const error = new FoveaError('The study is not kept on this device: it ends with this page.', remedy, { cause });
      if (!this.#told) this.onTrouble(error);
      this.#told = true;
      return undefined;
    }
  }
}

/** The page's one study on this device. */
export const studyVault = new StudyVault();
