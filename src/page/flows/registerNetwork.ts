import type { LoadedNetwork, Origin, Preprocessing } from '../../shared/network';
import type { LoadProgress } from '../../shared/protocol';
import { guessPreprocessing } from '../intake/guessPreprocessing';
import { checkNetworkFiles, checkPreprocessing, uniqueId } from '../intake/networkFiles';
import { readNetworkEvidence } from '../intake/readNetworkEvidence';
import { type NetworkEntry, networksStore } from '../state/networks';
import { loadNetwork } from './loadNetwork';

export interface RegisterNetworkOptions {
  /** Absent: the model's own, or its files'. */
  readonly name?: string;
  /** Absent: guessed from its layers, its classes, or its name. */
  readonly preprocessing?: Preprocessing;
  readonly origin?: Origin;
}

/**
 * Takes a network in from the user's files: it is listed and loaded; one that cannot be loaded is listed no longer.
 * @throws FoveaError that names what is wrong with the files; the signal's reason when aborted
 */
export async function registerNetwork(
  signal: AbortSignal,
  files: readonly File[],
  options: RegisterNetworkOptions = {},
  onProgress?: (progress: LoadProgress) => void,
): Promise<LoadedNetwork> {
  checkNetworkFiles(files);
  const evidence = await readNetworkEvidence(signal, files);
  const name = options.name?.trim().slice(0, 100) || evidence.name;
  const guess = guessPreprocessing({ ...evidence, name });
  const preprocessing = checkPreprocessing(options.preprocessing ?? guess.preprocessing);
  const id = uniqueId(name, (taken) => networksStore.getState().entries.has(taken));
  const origin = options.origin === undefined ? {} : { origin: options.origin };
  const spec = { id, name, source: { format: 'files', files: [...files] }, preprocessing, ...origin } as const;
  const entry: NetworkEntry = { spec, loaded: null, progress: null, error: null };
  networksStore.setState(({ entries }) => ({ entries: new Map(entries).set(id, entry) }));
  try {
    return await loadNetwork(signal, id, onProgress);
  } catch (error) {
    networksStore.setState(({ entries }) => ({ entries: new Map([...entries].filter(([key]) => key !== id)) }));
    throw error;
  }
}
