import { toSentError } from '../../shared/errors';
import type { ConvertedNetwork, LoadedNetwork, NetworkSpec, Preprocessing } from '../../shared/network';
import { convertNetwork } from '../engine/convertNetwork';
import { newFolder } from '../engine/networkStore/newFolder';
import {
  checkNetworkFiles,
  checkPreprocessing,
  defaultPreprocessing,
  nameOfFiles,
  uniqueId,
} from '../intake/networkFiles';
import { type NetworkEntry, networksStore } from '../state/networks';
import { notify } from '../state/notices';
import { loadNetwork } from './loadNetwork';
import { dropFolder, keepNetwork } from './networks/keepNetwork';

export interface RegisterNetworkOptions {
  readonly name?: string;
  readonly preprocessing?: Preprocessing;
}

/**
 * Takes a network in from the user's files: it is converted, listed, loaded and kept on this device; one that cannot be
 * loaded is listed no longer, and nothing of it stays.
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
  const spec: NetworkSpec = { id, name, source: { format: 'files', files: [...files] }, preprocessing };
  list({ spec, loaded: null, progress: null, error: null });
  const folder = await newFolder();
  try {
    const converted = await convertNetwork(signal, { files, precision: 'f32', folder }, (progress) =>
      list({ spec, loaded: null, progress, error: null }),
    );
    const own: NetworkSpec = { ...spec, source: { format: 'files', files: converted.files } };
    list({ spec: own, loaded: null, progress: null, error: null });
    const loaded = await loadNetwork(signal, id);
    await keep(signal, id, folder, converted, nameOfSource(files));
    return loaded;
  } catch (error) {
    networksStore.setState(({ entries }) => ({ entries: new Map([...entries].filter(([key]) => key !== id)) }));
    if (folder !== null) await dropFolder(folder);
    throw error;
  }
}

function list(entry: NetworkEntry): void {
  networksStore.setState(({ entries }) => ({ entries: new Map(entries).set(entry.spec.id, entry) }));
}

const nameOfSource = (files: readonly File[]) =>
  (files.find(({ name }) => /\.(json|h5|keras|zip)$/i.test(name)) ?? files[0])?.name ?? '';

/** A network that works is not refused because the device does not keep it: that is told. */
async function keep(
  signal: AbortSignal,
  id: string,
  folder: string | null,
  converted: ConvertedNetwork,
  sourceName: string,
): Promise<void> {
  try {
    await keepNetwork(signal, id, { converted, folder, sourceName });
  } catch (error) {
    signal.throwIfAborted();
    const { message, remedy } = toSentError(error);
    notify({ severity: 'warning', message, remedy });
  }
}
