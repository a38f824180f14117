import type { ConvertedNetwork } from '../../shared/network';
import type { LoadProgress } from '../../shared/protocol';
import { convertNetwork } from '../engine/convertNetwork';
import { isTfjsAsItIs } from '../intake/isTfjsAsItIs';

/**
 * Turns files of another format into those that the loaders read; null where they are such already. A model.json and its
 * shards go to the loaders as they are: these check them just as well, keep quantised weights small, and read them once
 * in place of twice.
 * @throws FoveaError naming what is wrong with the files; the signal's reason when aborted
 */
export async function convertFiles(
  signal: AbortSignal,
  files: readonly File[],
  onProgress?: (progress: LoadProgress) => void,
): Promise<ConvertedNetwork | null> {
  if (await isTfjsAsItIs(signal, files)) return null;
  return convertNetwork(signal, { files, precision: 'f32', folder: null }, onProgress);
}
