import { FoveaError } from '../../../shared/errors';
import { giveNames } from './giveNames';
import { readNames } from './readNames';

/**
 * Names the classes of a network of the user's own from a file: NumPy, JSON, or a text with one name a line.
 * @throws FoveaError when it holds no such list, or another number of names; the network stays as it was. The signal's
 *   reason when aborted
 */
export async function addLabels(signal: AbortSignal, id: string, file: File): Promise<void> {
  const notices: string[] = [];
  const names = await readNames(signal, file, (notice) => notices.push(notice));
  if (names === null)
    throw new FoveaError(
      notices[0] ?? `${file.name} holds no list of names.`,
      'Choose a text with one name a line, JSON, or .npy.',
    );
  await giveNames(signal, id, names);
}
