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
import { convertFiles } from './convertFiles';
import { loadNetwork } from './loadNetwork';

export interface RegisterNetworkOptions {
  readonly name?: string;
  /** Absent: as the format tells, or RGB between 0 and 1. */
  readonly preprocessing?: Preprocessing;
  /** Told while files of another format are converted; the loading itself shows in the network's entry. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Takes a network in from the user's files, of whatever format: it is listed and loaded; one that cannot be loaded is listed no longer.
 * @throws FoveaError that names what is wrong with the files; the signal's reason when aborted
 */
export async function registerNetwork(
  signal: AbortSignal,
  files: readonly File[],
  options: RegisterNetworkOptions = {},
): Promise<LoadedNetwork> {
  checkNetworkFiles(files);
  const given = options.preprocessing === undefined ? null : checkPreprocessing(options.preprocessing);
  const converted = await convertFiles(signal, files, options.onProgress);
  const preprocessing = given ?? (converted === null ? defaultPreprocessing : guessPreprocessing(converted.format));
  const name = options.name?.trim().slice(0, 100) || nameOfFiles(files);
  const id = uniqueId(name, (taken) => networksStore.getState().entries.has(taken));
  const source = { format: 'files', files: converted?.files ?? [...files] } as const;
  const labels = converted?.labels ?? null;
  const spec: NetworkSpec = { id, name, source, preprocessing, ...(labels === null ? {} : { labels }) };
  const entry: NetworkEntry = { spec, loaded: null, progress: null, error: null };
  networksStore.setState(({ entries }) => ({ entries: new Map(entries).set(id, entry) }));
  try {
    return await loadNetwork(signal, id);
  } catch (error) {
    networksStore.setState(({ entries }) => ({ entries: new Map([...entries].filter(([key]) => key !== id)) }));
    throw error;
  }
}
