import type { LoadProgress } from '../../shared/calls/networkCalls';
import { FoveaError, toSentError } from '../../shared/errors';
import type { LoadedNetwork, NetworkSpec, Origin, Preprocessing } from '../../shared/network';
import { engine } from '../engine/instance';
import { samePreprocessing } from '../intake/commonPreprocessings';
import { guessOf } from '../intake/guessOf';
import { guessPreprocessing } from '../intake/guessPreprocessing';
import {
  checkNetworkFiles,
  checkPreprocessing,
  longestName,
  mainFile,
  nameOfFiles,
  uniqueId,
  uniqueName,
} from '../intake/networkFiles';
import { readNetworkEvidence } from '../intake/readNetworkEvidence';
import { whyNoNetwork } from '../intake/whyNoNetwork';
import { type NetworkEntry, networksStore } from '../state/networks';
import { notify } from '../state/notices';
import { selectionStore } from '../state/selection';
import { convertFiles, type ReadableFiles } from './convertFiles';
import { loadNetwork } from './loadNetwork';
import { dropFolder } from './networks/dropFolder';
import { findSame } from './networks/findSame';
import { keepNetwork } from './networks/keepNetwork';
import { showNetwork } from './showNetwork';

export interface RegisterNetworkOptions {
  /** Absent: the model's own, or its files'. */
  readonly name?: string;
  /** Absent: guessed from its layers, its classes, or its name. */
  readonly preprocessing?: Preprocessing;
  readonly origin?: Origin;
  /** A network of the user's own with the same weights and preprocessing is not listed twice. */
  readonly once?: boolean;
}

/** These very files are here already. */
export class AlreadyHereError extends FoveaError {
  override readonly name = 'AlreadyHereError';
  constructor(
    readonly id: string,
    networkName: string,
    /** Names that came with the files. */
    readonly labels: readonly string[] | undefined,
  ) {
    super(`You have this network already: it is “${networkName}”.`, 'Choose it in the list of networks.');
  }
}

/**
 * Takes a network in from the user's files, of whatever format: it is listed, loaded and kept on this device; one that
 * cannot be loaded is listed no longer, and nothing of it stays.
 * @param onProgress told while the files are converted or copied, and then while they are loaded
 * @throws AlreadyHereError where it is wanted once; FoveaError that names what is wrong with the files; the signal's
 *   reason when aborted
 */
export async function registerNetwork(
  signal: AbortSignal,
  files: readonly File[],
  options: RegisterNetworkOptions = {},
  onProgress?: (progress: LoadProgress) => void,
): Promise<LoadedNetwork> {
  checkNetworkFiles(files);
  const why = await whyNoNetwork(signal, files);
  if (why !== null) throw why;
  if (options.preprocessing !== undefined) checkPreprocessing(options.preprocessing);
  const readable = await convertFiles(signal, files, onProgress);
  for (const message of readable.converted?.notices ?? [])
    notify({ severity: 'warning', message, remedy: 'For names of classes, write one a line and drop the file again.' });
  try {
    const spec = await specOf(signal, files, readable, options);
    return await listAndKeep({ signal, spec, options, readable, sourceName: mainFile(files)?.name ?? '', onProgress });
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
  const { entries } = networksStore.getState();
  const names = new Set([...entries.values()].map((entry) => entry.spec.name));
  const name = options.name?.trim().slice(0, longestName) || uniqueName(told, names);
  const labels = readable.converted?.labels ?? null;
  return {
    id: uniqueId(name, (taken) => entries.has(taken)),
    name,
    source: { format: 'files', files: readable.files },
    preprocessing:
      options.preprocessing ?? guessPreprocessing({ ...evidence, name: options.name?.trim() || told }).preprocessing,
    ...(options.preprocessing === undefined ? {} : { preprocessingGiven: true }),
    ...(labels === null ? {} : { labels }),
    ...(options.origin === undefined ? {} : { origin: options.origin }),
  };
}

interface Listing {
  readonly signal: AbortSignal;
  readonly spec: NetworkSpec;
  readonly options: RegisterNetworkOptions;
  readonly readable: ReadableFiles;
  readonly sourceName: string;
  readonly onProgress: ((progress: LoadProgress) => void) | undefined;
}

async function listAndKeep({ signal, spec, options, readable, sourceName, onProgress }: Listing) {
  const { id } = spec;
  put({ spec, loaded: null, progress: null, error: null });
  try {
    const loaded = await loadNetwork(signal, id, onProgress);
    // A guess from the files may be corrected by the network itself.
    const guessed = options.preprocessing === undefined;
    const settled = guessed ? await loadAsItTells(signal, id, loaded, onProgress) : loaded;
    const same = options.once === true ? findSame(settled.info.hash, [id]) : undefined;
    if (same !== undefined) throw new AlreadyHereError(same.id, same.name, spec.labels);
    await keep(signal, id, readable, sourceName);
    return settled;
  } catch (error) {
    engine().unloadNetwork(id);
    networksStore.setState(({ entries }) => ({ entries: new Map([...entries].filter(([key]) => key !== id)) }));
    // Its row could be chosen while it was loaded.
    if (selectionStore.getState().network === id) {
      const other = error instanceof AlreadyHereError ? error.id : networksStore.getState().entries.keys().next().value;
      if (other !== undefined) void showNetwork(other);
    }
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
