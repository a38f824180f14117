import { toSentError } from '../../shared/errors';
import type { LoadedNetwork, NetworkSpec, Origin, Preprocessing } from '../../shared/network';
import type { LoadProgress } from '../../shared/protocol';
import { engine } from '../engine/instance';
import { samePreprocessing } from '../intake/commonPreprocessings';
import { guessOf } from '../intake/guessOf';
import { guessPreprocessing } from '../intake/guessPreprocessing';
import { checkNetworkFiles, checkPreprocessing, nameOfFiles, uniqueId } from '../intake/networkFiles';
import { readNetworkEvidence } from '../intake/readNetworkEvidence';
import { type NetworkEntry, networksStore } from '../state/networks';
import { notify } from '../state/notices';
import { convertFiles, type ReadableFiles } from './convertFiles';
import { loadNetwork } from './loadNetwork';
import { dropFolder } from './networks/dropFolder';
import { keepNetwork } from './networks/keepNetwork';

export interface RegisterNetworkOptions {
  /** Absent: the model's own, or its files'. */
  readonly name?: string;
  /** Absent: guessed from its layers, its classes, or its name. */
  readonly preprocessing?: Preprocessing;
  readonly origin?: Origin;
}

/**
 * Takes a network in from the user's files, of whatever format: it is listed, loaded and kept on this device; one that
 * cannot be loaded is listed no longer, and nothing of it stays.
 * @param onProgress told while the files are converted or copied, and then while they are loaded
 * @throws FoveaError that names what is wrong with the files; the signal's reason when aborted
 */
export async function registerNetwork(
  signal: AbortSignal,
  files: readonly File[],
  options: RegisterNetworkOptions = {},
  onProgress?: (progress: LoadProgress) => void,
): Promise<LoadedNetwork> {
  checkNetworkFiles(files);
  if (options.preprocessing !== undefined) checkPreprocessing(options.preprocessing);
  const readable = await convertFiles(signal, files, onProgress);
  try {
    const spec = await specOf(signal, files, readable, options);
    const guessed = options.preprocessing === undefined;
    return await listAndKeep({ signal, spec, guessed, readable, sourceName: nameOfSource(files), onProgress });
  } catch (error) {
    if (readable.folder !== null) await dropFolder(readable.folder);
    throw error;
  }
}

async function specOf(
  signal: AbortSignal,
  files: readonly File[],
  readable: ReadableFiles,
  options: RegisterNetworkOptions,
): Promise<NetworkSpec> {
  const evidence = await readNetworkEvidence(signal, readable.files);
  // A converter's files say nothing by their names.
  const told = evidence.name === nameOfFiles(readable.files) ? nameOfFiles(files) : evidence.name;
  const name = options.name?.trim().slice(0, 100) || told;
  const labels = readable.converted?.labels ?? null;
  return {
    id: uniqueId(name, (taken) => networksStore.getState().entries.has(taken)),
    name,
    source: { format: 'files', files: readable.files },
    preprocessing: options.preprocessing ?? guessPreprocessing({ ...evidence, name }).preprocessing,
    ...(labels === null ? {} : { labels }),
    ...(options.origin === undefined ? {} : { origin: options.origin }),
  };
}

interface Listing {
  readonly signal: AbortSignal;
  readonly spec: NetworkSpec;
  /** Whether its preprocessing is a guess, which the network itself may correct. */
  readonly guessed: boolean;
  readonly readable: ReadableFiles;
  readonly sourceName: string;
  readonly onProgress: ((progress: LoadProgress) => void) | undefined;
}

async function listAndKeep({ signal, spec, guessed, readable, sourceName, onProgress }: Listing) {
  const { id } = spec;
  put({ spec, loaded: null, progress: null, error: null });
  try {
    const loaded = await loadNetwork(signal, id, onProgress);
    const settled = guessed ? await loadAsItTells(signal, id, loaded, onProgress) : loaded;
    await keep(signal, id, readable, sourceName);
    return settled;
  } catch (error) {
    networksStore.setState(({ entries }) => ({ entries: new Map([...entries].filter(([key]) => key !== id)) }));
    throw error;
  }
}

/**
 * Built, a network tells its layers and classes more surely than its files did: where that makes another guess, it is
 * built anew, so that the bench never doubts what nobody has chosen.
 */
async function loadAsItTells(
  signal: AbortSignal,
  id: string,
  loaded: LoadedNetwork,
  onProgress?: (progress: LoadProgress) => void,
): Promise<LoadedNetwork> {
  const entry = networksStore.getState().entries.get(id);
  if (entry === undefined) return loaded;
  const { preprocessing } = guessOf(entry);
  if (samePreprocessing(preprocessing, entry.spec.preprocessing)) return loaded;
  engine().unloadNetwork(id);
  put({ ...entry, spec: { ...entry.spec, preprocessing }, loaded: null });
  return loadNetwork(signal, id, onProgress);
}

const put = (entry: NetworkEntry) =>
  networksStore.setState(({ entries }) => ({ entries: new Map(entries).set(entry.spec.id, entry) }));

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
