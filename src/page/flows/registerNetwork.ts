import { toSentError } from '../../shared/errors';
import type { LoadedNetwork, NetworkSpec, Origin, Preprocessing } from '../../shared/network';
import type { LoadProgress } from '../../shared/protocol';
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
  /** Absent: guessed from its layers, its classes, its format or its name. */
  readonly preprocessing?: Preprocessing;
  readonly origin?: Origin;
  /** Told while the files are converted, copied and loaded. */
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
  try {
    const spec = await specOf(signal, files, readable, {
      ...options,
      ...(given === null ? {} : { preprocessing: given }),
    });
    const entry: NetworkEntry = { spec, loaded: null, progress: null, error: null };
    networksStore.setState(({ entries }) => ({ entries: new Map(entries).set(spec.id, entry) }));
    return await loadAndKeep(signal, spec.id, readable, { ...options, sourceName: nameOfSource(files) });
  } catch (error) {
    if (readable.folder !== null) await dropFolder(readable.folder);
    throw error;
  }
}

/** What its files tell of a network, and what the user does. */
async function specOf(
  signal: AbortSignal,
  files: readonly File[],
  { files: read, converted }: ReadableFiles,
  options: RegisterNetworkOptions,
): Promise<NetworkSpec> {
  const evidence = await readNetworkEvidence(signal, read);
  // What a converter calls a model says less than the file that it was.
  const own = converted === null ? evidence.name : null;
  const name = options.name?.trim().slice(0, 100) || (own ?? nameOfFiles(files));
  const hint = converted === null ? name : `${name}, ${converted.format}`;
  const labels = converted?.labels ?? null;
  return {
    id: uniqueId(name, (taken) => networksStore.getState().entries.has(taken)),
    name,
    source: { format: 'files', files: read },
    preprocessing: options.preprocessing ?? guessPreprocessing({ ...evidence, name: hint }).preprocessing,
    ...(labels === null ? {} : { labels }),
    ...(options.origin === undefined ? {} : { origin: options.origin }),
  };
}

async function loadAndKeep(
  signal: AbortSignal,
  id: string,
  readable: ReadableFiles,
  { sourceName, onProgress }: { readonly sourceName: string } & Pick<RegisterNetworkOptions, 'onProgress'>,
): Promise<LoadedNetwork> {
  try {
    const loaded = await loadNetwork(signal, id, onProgress);
    await keep(signal, id, readable, sourceName);
    return loaded;
  } catch (error) {
    networksStore.setState(({ entries }) => ({ entries: new Map([...entries].filter(([key]) => key !== id)) }));
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
