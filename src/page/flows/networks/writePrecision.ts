import type { LoadProgress } from '../../../shared/calls/networkCalls';
import { FoveaError } from '../../../shared/errors';
import type { NetworkSpec, WeightPrecision } from '../../../shared/network';
import { convertNetwork } from '../../engine/convertNetwork';
import { newFolder } from '../../engine/networkStore/newFolder';
import { dropFolder } from './dropFolder';
import { liesIn } from './liesIn';

/**
 * Writes a network anew in a precision, to a folder of its own.
 * @param bytesBefore what its files take now
 * @throws FoveaError where there is no room, or the files would not be smaller; the signal's reason when aborted.
 *   Nothing is left then
 */
export async function writePrecision(
  signal: AbortSignal,
  { name, source }: NetworkSpec,
  precision: WeightPrecision,
  bytesBefore: number,
  onProgress?: (progress: LoadProgress) => void,
): Promise<{ readonly folder: string; readonly files: readonly File[] }> {
  if (source.format !== 'files') throw new RangeError('Only a network of the user’s own is written anew.');
  const folder = await newFolder();
  if (folder === null) throw refused(name);
  try {
    const { files } = await convertNetwork(signal, { files: source.files, precision, folder }, onProgress);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (bytes >= bytesBefore)
      throw new FoveaError(`“${name}” would not get smaller.`, 'Its weights have come in a lower precision already.');
    if (await liesIn(folder, files)) return { folder, files };
    throw refused(name);
  } catch (error) {
    await dropFolder(folder);
    throw error;
  }
}

const refused = (name: string) =>
  new FoveaError(
    `There is no room on this device to write “${name}” anew: until it has taken the old one’s place, both lie there.`,
    'Make room, or remove a network that you no longer need.',
  );
