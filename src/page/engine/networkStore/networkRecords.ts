import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import type { KeptNetwork } from '../../../shared/keptNetwork';
import { mostNetworkFiles } from '../../../shared/mostNetworkFiles';
import type { NetworkOutputs, Preprocessing } from '../../../shared/network';
import { isPreprocessing } from '../../../shared/preprocessingFault';
import { within } from '../within';

/** Milliseconds: some browsers never answer the first request to a database; a busy machine takes its time. */
const patience = 20_000;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const labels = v.pipe(v.array(v.string()), v.maxLength(1 << 20));

const outputs: v.GenericSchema<unknown, NetworkOutputs> = v.object({
  embedding: v.nullable(v.string()),
  classes: v.array(
    v.object({
      id: text,
      title: text,
      layer: v.string(),
      probability: v.picklist(['softmax', 'sigmoid']),
      labels,
    }),
  ),
  unknownDistance: v.exactOptional(v.number()),
});

const folder = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/));

/** What lies in the database was written by this or an older version of the page: it is checked like any file. */
const schema: v.GenericSchema<unknown, KeptNetwork> = v.object({
  folder,
  lineage: v.exactOptional(folder),
  spec: v.object({
    id: text,
    name: text,
    preprocessing: v.custom<Preprocessing>(isPreprocessing),
    preprocessingGiven: v.exactOptional(v.literal(true)),
    outputs: v.exactOptional(outputs),
    labels: v.exactOptional(labels),
    margin: v.exactOptional(v.pipe(v.number(), v.finite())),
    origin: v.exactOptional(v.object({ source: v.string(), licence: v.string(), citation: v.string() })),
  }),
  files: v.pipe(v.array(v.object({ name: text, bytes: size })), v.minLength(1), v.maxLength(mostNetworkFiles)),
  format: v.string(),
  architecture: v.nullable(v.picklist(['vgg16', 'resnet50', 'senet50'])),
  precision: v.picklist(['f32', 'f16', 'u8']),
  bytes: size,
  sourceName: v.string(),
  hash: v.string(),
  parameters: v.exactOptional(size),
  input: v.exactOptional(v.tuple([size, size, v.literal(3)])),
  date: v.number(),
});

/**
 * What this device knows of the networks it keeps, in IndexedDB: a network counts as kept once its record is there, and
 * the record is written after its files.
 */
export class NetworkRecords {
  #store: UseStore | null = null;

  constructor(private readonly database = 'fovea-networks') {}

  /** All records that make sense, the oldest first. @throws FoveaError where this browser keeps nothing */
  async all(): Promise<readonly KeptNetwork[]> {
    const values = await this.#attempt('read', (store) =>
      store('readonly', (records) => promisifyRequest<unknown[]>(records.getAll())),
    );
    const parsed = values.map((value) => v.safeParse(schema, value));
    const sound = parsed.flatMap((result) => (result.success ? [result.output] : []));
    return sound.sort((a, b) => a.date - b.date);
  }

  /**
   * Folders of all records, of those too that make no sense to this version of the page.
   * @throws FoveaError as `all`
   */
  async folders(): Promise<readonly string[]> {
    const keys = await this.#attempt('read', (store) =>
      store('readonly', (records) => promisifyRequest(records.getAllKeys())),
    );
    return keys.map(String);
  }

  /**
   * Adds a record; in the place of another one, which goes in the same transaction.
   * @throws FoveaError where this browser keeps nothing, or the record could not be read again: nothing is written then
   */
  async put(record: KeptNetwork, instead?: string): Promise<void> {
    checkRecord(record);
    await this.#attempt('kept', (store) =>
      store('readwrite', (records) => {
        if (instead !== undefined && instead !== record.folder) records.delete(instead);
        records.put(record, record.folder);
        return promisifyRequest(records.transaction);
      }),
    );
  }

  /** @throws FoveaError when it stays */
  async remove(folder: string): Promise<void> {
    await this.#attempt('deleted', (store) =>
      store('readwrite', (records) => {
        records.delete(folder);
        return promisifyRequest(records.transaction);
      }),
    );
  }

  /** @throws FoveaError when they stay */
  async clear(): Promise<void> {
    if (globalThis.indexedDB === undefined) return;
    await this.#attempt('deleted', (store) =>
      store('readwrite', (records) => {
        records.clear();
        return promisifyRequest(records.transaction);
      }),
    );
  }

  async #attempt<T>(verb: 'read' | 'kept' | 'deleted', work: (store: UseStore) => Promise<T>): Promise<T> {
    try {
      this.#store ??= createStore(this.database, 'records');
      return await within(patience, work(this.#store));
    } catch (cause) {
      const remedy =
        verb === 'deleted'
          ? 'Close other tabs of this page and try again, or delete this site’s data in the browser’s settings.'
          : 'Keep its files: private windows, and browsers that forget everything, may want them again.';
      throw new FoveaError(`The list of your own networks could not be ${verb} on this device.`, remedy, { cause });
    }
  }
}

function checkRecord(record: KeptNetwork): void {
  const { issues } = v.safeParse(schema, record);
  if (issues === undefined) return;
  const [issue] = issues;
  throw new FoveaError(
    `“${record.spec.name}” cannot be kept on this device: ${v.getDotPath(issue) ?? 'its record'}: ${issue.message}.`,
    'It works until this page is closed or reloaded. Keep its files.',
  );
}

/** The page's one list on this device. */
export const networkRecords = new NetworkRecords();
