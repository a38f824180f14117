import { FoveaError } from '../../../shared/errors';
import type { KeptNetwork } from '../../../shared/keptNetwork';
import type { ConvertedNetwork, NetworkSpec, WeightPrecision } from '../../../shared/network';
import type { LoadProgress } from '../../../shared/protocol';
import { convertNetwork } from '../../engine/convertNetwork';
import { inTurn, releaseFolder } from '../../engine/networkStore/folderLocks';
import { tellListChanged } from '../../engine/networkStore/networkChannel';
import { openFiles, removeFolder } from '../../engine/networkStore/networkFolders';
import { networkRecords } from '../../engine/networkStore/networkRecords';
import { newFolder } from '../../engine/networkStore/newFolder';
import { askToPersist } from '../../engine/networkStore/storageFacts';
import { keptNetworksStore, setKept } from '../../state/keptNetworks';
import { networksStore } from '../../state/networks';

export interface KeepOptions {
  /** What the converter told of the files; absent: nothing is known but that they are TensorFlow.js's. */
  readonly converted?: Pick<ConvertedNetwork, 'format' | 'architecture' | 'labels'>;
  /** The folder that the network's files lie in already (`newFolder`); absent or null: they are written to a new one. */
  readonly folder?: string | null;
  /** In which precision the files lie there, or are to be written. Default f32. */
  readonly precision?: WeightPrecision;
  /** Name of the file that the network came from, for a person; absent: that of its first file. */
  readonly sourceName?: string;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Keeps a network of the user's own, which has been loaded, on this device: from now on it is listed at every start, in
 * every tab. One that is kept already stays as it is.
 * @returns what is kept
 * @throws FoveaError where this browser keeps nothing here or has no room: the network then lasts until the tab is
 *   closed; the signal's reason when aborted. Nothing is left on the disk then
 */
export async function keepNetwork(signal: AbortSignal, id: string, options: KeepOptions = {}): Promise<KeptNetwork> {
  const already = keptNetworksStore.getState().kept.get(id);
  if (already !== undefined) return already;
  const entry = networksStore.getState().entries.get(id);
  const { loaded = null, spec } = entry ?? {};
  if (spec?.source.format !== 'files' || loaded === null)
    throw new FoveaError(`“${id}” is no network of your own.`, 'Add its files first.');
  const written = await onDisk(signal, spec.source.files, spec.name, options);
  const record: KeptNetwork = {
    folder: written.folder,
    spec: withoutFiles(spec),
    files: written.files.map(({ name, size }) => ({ name, bytes: size })),
    format: written.format,
    architecture: written.architecture,
    labels: written.labels,
    precision: options.precision ?? 'f32',
    bytes: written.files.reduce((sum, { size }) => sum + size, 0),
    sourceName: options.sourceName ?? spec.source.files[0]?.name ?? spec.name,
    hash: loaded.info.hash,
    date: Date.now(),
  };
  await writeRecord(record);
  setKept(id, record);
  return record;
}

function withoutFiles({ source: _, ...rest }: NetworkSpec): KeptNetwork['spec'] {
  return rest;
}

/** Writes a record, in the place of another; where that fails its folder goes again. @throws FoveaError */
export async function writeRecord(record: KeptNetwork, instead?: string): Promise<void> {
  try {
    await inTurn(() => networkRecords.put(record, instead));
  } catch (error) {
    await dropFolder(record.folder);
    throw error;
  }
  tellListChanged();
  void askToPersist();
}

/** Deletes a folder that has come to nothing; a browser that does not let go of it now finds it at the next start. */
export async function dropFolder(folder: string): Promise<void> {
  await removeFolder(folder).catch(() => undefined);
  releaseFolder(folder);
}

interface Written extends Pick<ConvertedNetwork, 'format' | 'architecture' | 'labels'> {
  readonly folder: string;
  readonly files: readonly File[];
}

async function onDisk(
  signal: AbortSignal,
  files: readonly File[],
  name: string,
  { folder, converted, precision, onProgress }: KeepOptions,
): Promise<Written> {
  const known = converted ?? { format: 'TensorFlow.js model', architecture: null, labels: null };
  if (typeof folder === 'string' && (await liesIn(folder, files))) return { ...known, folder, files };
  return { ...(await writeFiles(signal, files, precision ?? 'f32', name, onProgress)), ...converted };
}

/**
 * Writes a network's files to the device's disk.
 * @throws FoveaError where there is no room for them; the signal's reason when aborted. Nothing is left then
 */
export async function writeFiles(
  signal: AbortSignal,
  files: readonly File[],
  precision: WeightPrecision,
  name: string,
  onProgress?: (progress: LoadProgress) => void,
): Promise<Written> {
  const folder = await newFolder();
  if (folder === null) throw noRoom(name);
  try {
    const { labels, ...converted } = await convertNetwork(signal, { files, precision, folder }, onProgress);
    if (await liesIn(folder, converted.files)) return { ...converted, labels, folder };
    throw noRoom(name);
  } catch (error) {
    await dropFolder(folder);
    throw error;
  }
}

/** A converter that was refused the disk keeps its files in memory. */
async function liesIn(folder: string, files: readonly File[]): Promise<boolean> {
  const sizes = files.map(({ name, size }) => ({ name, bytes: size }));
  return (await openFiles({ folder, files: sizes }).catch(() => null)) !== null;
}

/** The error for a network that this browser does not keep. */
export const noRoom = (name: string) =>
  new FoveaError(
    `“${name}” is kept until this tab is closed: the browser lends no room on this device.`,
    'Leave private browsing or make room, and add it again; or keep it in a lower precision.',
  );
