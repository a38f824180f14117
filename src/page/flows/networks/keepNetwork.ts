import type { LoadProgress } from '../../../shared/calls/networkCalls';
import { FoveaError } from '../../../shared/errors';
import type { KeptNetwork } from '../../../shared/keptNetwork';
import type { ConvertedNetwork, LoadedNetwork, NetworkSpec } from '../../../shared/network';
import { releaseFolder } from '../../engine/networkStore/folderLocks';
import { newFolder } from '../../engine/networkStore/newFolder';
import { storeFiles } from '../../engine/storeFiles';
import { readPrecision } from '../../intake/readPrecision';
import { keptNetworksStore } from '../../state/keptNetworks';
import { networksStore } from '../../state/networks';
import { dropFolder } from './dropFolder';
import { liesIn } from './liesIn';
import { noRoom } from './noRoom';
import { writeRecord } from './writeRecord';

export interface KeepOptions {
  /** What the converter told of the files; absent: nothing is known but that they are TensorFlow.js's. */
  readonly converted?: Pick<ConvertedNetwork, 'format' | 'architecture'>;
  /**
   * The folder that the network's files lie in already (`convertFiles`); absent or null: they are copied to a new one.
   */
  readonly folder?: string | null;
  /** Name of the file that the network came from, for a person; absent: that of its first file. */
  readonly sourceName?: string;
  /** While files are copied. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

const unknown = { format: 'TensorFlow.js model', architecture: null } as const;

/**
 * Keeps a network of the user's own, which has been loaded, on this device: from now on it is listed at every start, in
 * every tab. One that is kept already stays as it is.
 * @returns what is kept
 * @throws FoveaError where this browser keeps nothing here or has no room: the network then lasts until the page
 *   is closed or reloaded; the signal's reason when aborted. No copy is left on the disk then; a folder that was given
 *   is the caller's
 */
export async function keepNetwork(signal: AbortSignal, id: string, options: KeepOptions = {}): Promise<KeptNetwork> {
  const already = keptNetworksStore.getState().kept.get(id);
  if (already !== undefined) return already;
  const { spec, loaded, files } = ownNetwork(id);
  const written = await onDisk(signal, files, spec.name, options);
  const { source: _, ...rest } = spec;
  const { format, architecture } = options.converted ?? unknown;
  const record: KeptNetwork = {
    format,
    architecture,
    folder: written.folder,
    spec: rest,
    files: written.files.map(({ name, size }) => ({ name, bytes: size })),
    precision: await readPrecision(signal, written.files),
    bytes: written.files.reduce((sum, { size }) => sum + size, 0),
    sourceName: options.sourceName ?? files[0]?.name ?? spec.name,
    hash: loaded.info.hash,
    parameters: loaded.info.parameters,
    input: loaded.info.input,
    date: Date.now(),
  };
  try {
    await writeRecord(id, record);
  } catch (error) {
    // A copy of its own is of no use; the folder that was given is what the network is read from.
    if (written.folder !== options.folder) await dropFolder(written.folder);
    throw error;
  }
  return record;
}

function ownNetwork(id: string): { spec: NetworkSpec; loaded: LoadedNetwork; files: readonly File[] } {
  const entry = networksStore.getState().entries.get(id);
  if (entry?.spec.source.format === 'files' && entry.loaded !== null)
    return { spec: entry.spec, loaded: entry.loaded, files: entry.spec.source.files };
  throw new FoveaError(`“${id}” is no network of your own that is loaded.`, 'Add its files first.');
}

async function onDisk(
  signal: AbortSignal,
  files: readonly File[],
  name: string,
  { folder, onProgress }: KeepOptions,
): Promise<{ readonly folder: string; readonly files: readonly File[] }> {
  if (typeof folder === 'string' && (await liesIn(folder, files))) return { folder, files };
  const other = await newFolder();
  if (other === null) throw noRoom(name);
  const copies = await storeFiles(signal, files, other, onProgress);
  if (copies !== null) return { folder: other, files: copies };
  releaseFolder(other);
  throw noRoom(name);
}
