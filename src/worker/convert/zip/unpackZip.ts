import { FoveaError } from '../../../shared/errors';
import type { PlacedFile } from '../inFolder';
import { readDirectory } from './readDirectory';
import { unpackEntry } from './unpackEntry';

/** All files of a zip, each with its path in it behind the zip's own. @throws FoveaError naming what is wrong with which entry */
export async function unpackZip(signal: AbortSignal, zip: PlacedFile): Promise<PlacedFile[]> {
  const entries = await readDirectory(signal, zip);
  if (entries.length === 0) throw new FoveaError(`${zip.path} is an empty zip.`, 'Choose a zip with a network in it.');
  const files: PlacedFile[] = [];
  for (const entry of entries)
    files.push({ path: `${zip.path}/${entry.path}`, file: await unpackEntry(signal, zip, entry) });
  return files;
}
