import type { LoadProgress } from '../../shared/calls/networkCalls';
import { isLitter } from '../../shared/isLitter';
import type { ConvertedNetwork } from '../../shared/network';
import { convertNetwork } from '../engine/convertNetwork';
import { newFolder } from '../engine/networkStore/newFolder';
import { storeFiles } from '../engine/storeFiles';
import { pathOf } from '../intake/filePaths';
import { isTfjsAsItIs } from '../intake/isTfjsAsItIs';
import { dropFolder } from './networks/dropFolder';

/** A network's files as the loaders read them. */
export interface ReadableFiles {
  readonly files: readonly File[];
  /** What the converter told of them; null where they came as they are. */
  readonly converted: ConvertedNetwork | null;
  /** The folder of the device's disk that they lie in; null where the browser lends none. */
  readonly folder: string | null;
}

/**
 * Puts a network's files on the device's disk as the loaders read them. Files of another format are converted; a
 * model.json and its shards are copied: the loaders check them just as well, and quantised weights stay small. Where
 * the browser lends no room they stay where they are, or in memory.
 * @throws FoveaError naming what is wrong with the files; the signal's reason when aborted. Nothing is left then
 */
export async function convertFiles(
  signal: AbortSignal,
  given: readonly File[],
  onProgress?: (progress: LoadProgress) => void,
): Promise<ReadableFiles> {
  const files = given.filter((file) => !isLitter(pathOf(file)));
  const folder = await newFolder();
  try {
    if (!(await isTfjsAsItIs(signal, files))) {
      const converted = await convertNetwork(
        signal,
        { files, paths: files.map(pathOf), precision: 'f32', folder },
        onProgress,
      );
      return { files: converted.files, converted, folder };
    }
    const copies = folder === null ? null : await storeFiles(signal, files, folder, onProgress);
    return { files: copies ?? files, converted: null, folder: copies === null ? null : folder };
  } catch (error) {
    if (folder !== null) await dropFolder(folder);
    throw error;
  }
}
