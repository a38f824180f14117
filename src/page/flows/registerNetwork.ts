import type { LoadedNetwork, Preprocessing } from '../../shared/network';
import {
  checkNetworkFiles,
  checkPreprocessing,
  defaultPreprocessing,
  nameOfFiles,
  uniqueId,
} from '../intake/networkFiles';
import { type NetworkEntry, networksStore } from '../state/networks';
import { loadNetwork } from './loadNetwork';

export interface RegisterNetworkOptions {
  readonly name?: string;
  readonly preprocessing?: Preprocessing;
}

/**
 * Takes a network in from the user's files: it is listed and loaded; one that cannot be loaded is listed no longer.
 * @throws FoveaError that names what is wrong with the files; the signal's reason when aborted
 */
export async function registerNetwork(
  signal: AbortSignal,
  files: readonly File[],
  options: RegisterNetworkOptions = {},
): Promise<LoadedNetwork> {
  checkNetworkFiles(files);
  const preprocessing = checkPreprocessing(options.preprocessing ?? defaultPreprocessing);
  const name = options.name?.trim().slice(0, 100) || nameOfFiles(files);
  const id = uniqueId(name, (taken) => networksStore.getState().entries.has(taken));
  const spec = { id, name, source: { format: 'files', files: [...files] }, preprocessing } as const;
  const entry: NetworkEntry = { spec, loaded: null, progress: null, error: null };
  networksStore.setState(({ entries }) => ({ entries: new Map(entries).set(id, entry) }));
  try {
    return await loadNetwork(signal, id);
  } catch (error) {
    networksStore.setState(({ entries }) => ({ entries: new Map([...entries].filter(([key]) => key !== id)) }));
    throw error;
  }
}
