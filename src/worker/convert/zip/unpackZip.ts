import type { LoadProgress } from '../../../shared/calls/networkCalls';
import { FoveaError } from '../../../shared/errors';
import type { PlacedFile } from '../inFolder';
import { readDirectory } from './readDirectory';
import { unpackEntry } from './unpackEntry';

/**
 * All files of a zip, each with its path in it behind the zip's own.
 * @param onProgress told in unpacked bytes: a large zip takes longer than a reader may be silent
 * @throws FoveaError naming what is wrong with which entry
 */
export async function unpackZip(
  signal: AbortSignal,
  zip: PlacedFile,
  onProgress: (progress: LoadProgress) => void,
): Promise<PlacedFile[]> {
  const entries = await readDirectory(signal, zip);
  if (entries.length === 0) throw new FoveaError(`${zip.path} is an empty zip.`, 'Choose a zip with a network in it.');
  const totalBytes = entries.reduce((sum, { size }) => sum + size, 0);
  const files: PlacedFile[] = [];
  let before = 0;
  for (const entry of entries) {
    const onBytes = (bytes: number) => onProgress({ loadedBytes: before + bytes, totalBytes, stage: 'unpacking' });
    files.push({ path: `${zip.path}/${entry.path}`, file: await unpackEntry(signal, zip, entry, onBytes) });
    before += entry.size;
  }
  return files;
}
