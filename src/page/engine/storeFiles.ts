import type { LoadProgress } from '../../shared/calls/networkCalls';
import { callOwnWorker } from './callOwnWorker';

/**
 * Copies a network's files as they are into a folder of the device's disk.
 * @returns the copies, in the same order; null where the browser refuses or has no room. Nothing is left there then
 * @throws the signal's reason when aborted
 */
export async function storeFiles(
  signal: AbortSignal,
  files: readonly File[],
  folder: string,
  onProgress?: (progress: LoadProgress) => void,
): Promise<readonly File[] | null> {
  const stored = await callOwnWorker(signal, 'store', { files, folder }, onProgress);
  return stored.files;
}
