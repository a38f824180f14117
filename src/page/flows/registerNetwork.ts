import { toSentError } from '../../shared/errors';
import type { LoadedNetwork, NetworkSpec, Preprocessing } from '../../shared/network';
import type { LoadProgress } from '../../shared/protocol';
import { guessPreprocessing } from '../intake/guessPreprocessing';
import {
  checkNetworkFiles,
  checkPreprocessing,
  defaultPreprocessing,
  nameOfFiles,
  uniqueId,
} from '../intake/networkFiles';
import { type NetworkEntry, networksStore } from '../state/networks';
import { notify } from '../state/notices';
import { convertFiles, type ReadableFiles } from './convertFiles';
import { loadNetwork } from './loadNetwork';
import { dropFolder } from './networks/dropFolder';
import { keepNetwork } from './networks/keepNetwork';

export interface RegisterNetworkOptions {
  readonly name?: string;
  /** Absent: as the format tells, or RGB between 0 and 1. */
  readonly preprocessing?: Preprocessing;
  /** Told while the files are converted or copied; the loading itself shows in the network's entry. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Takes a network in from the user's files, of whatever format: it is listed, loaded and kept on this device; one that
 * cannot be loaded is listed no longer, and nothing of it stays.
 * @throws FoveaError that names what is wrong with the files; the signal's reason when aborted
 */
export async function registerNetwork(
  signal: AbortSignal,
  files: readonly File[],
  options: RegisterNetworkOptions = {},
): Promise<LoadedNetwork> {
  checkNetworkFiles(files);
  const given = options.preprocessing === undefined ? null : checkPreprocessing(options.preprocessing);
  const readable = await convertFiles(signal, files, options.onProgress);
  const { converted } = readable;
  const preprocessing = given ?? (converted === null ? defaultPreprocessing : guessPreprocessing(converted.format));
  const name = options.name?.trim().slice(0, 100) || nameOfFiles(files);
  const id = uniqueId(name, (taken) => networksStore.getState().entries.has(taken));
  const source = { format: 'files', files: readable.files } as const;
  const labels = converted?.labels ?? null;
  const spec: NetworkSpec = { id, name, source, preprocessing, ...(labels === null ? {} : { labels }) };
  const entry: NetworkEntry = { spec, loaded: null, progress: null, error: null };
  networksStore.setState(({ entries }) => ({ entries: new Map(entries).set(id, entry) }));
  try {
    const loaded = await loadNetwork(signal, id);
    await keep(signal, id, readable, nameOfSource(files));
    return loaded;
  } catch (error) {
    networksStore.setState(({ entries }) => ({ entries: new Map([...entries].filter(([key]) => key !== id)) }));
    if (readable.folder !== null) await dropFolder(readable.folder);
    throw error;
  }
}

const nameOfSource = (files: readonly File[]) =>
  (files.find(({ name }) => /\.(json|h5|hdf5|keras|zip)$/i.test(name)) ?? files[0])?.name ?? '';

/** A network that works is not refused because the device does not keep it: that is told. */
async function keep(
  signal: AbortSignal,
  id: string,
  { converted, folder }: ReadableFiles,
  sourceName: string,
): Promise<void> {
  try {
    await keepNetwork(signal, id, { folder, sourceName, ...(converted === null ? {} : { converted }) });
  } catch (error) {
    signal.throwIfAborted();
    const { message, remedy } = toSentError(error);
    notify({ severity: 'warning', message, remedy });
  }
}
