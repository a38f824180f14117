import { FoveaError } from '../../shared/errors';
import type { KnownFile } from './gatherFiles';
import { baseName } from './inFolder';
import { type LabelFile, readLabels } from './labels/readLabels';

/** A folder or a zip holds what nobody chose: a licence, notes. What was chosen on its own is meant. */
const isChosen = ({ path }: KnownFile) => !path.includes('/');

/**
 * The names of the network's classes from the files beside it; null where none of them has any. Of several lists, the
 * one that is as long as the network has classes.
 * @param classes how many there are; null where the topology does not tell
 * @throws FoveaError when a list that was chosen has another length, or several would fit; naming a file that is no part
 *   of anything
 */
export async function chooseLabels(
  signal: AbortSignal,
  files: readonly KnownFile[],
  classes: number | null,
): Promise<readonly string[] | null> {
  const stray = files.find(({ kind, file }) => kind === 'hdf5' || (kind === 'binary' && file.size > 0));
  if (stray !== undefined) {
    throw new FoveaError(
      `${stray.path} belongs to no network here.`,
      'Choose the files of one network only: a shard of another export does not fit.',
    );
  }
  const found: LabelFile[] = [];
  for (const file of files) {
    const labels = isChosen(file) ? await readLabels(signal, file) : await tryLabels(signal, file, classes);
    if (labels !== null) found.push(labels);
  }
  const fitting = classes === null ? found : found.filter(({ labels }) => labels.length === classes);
  const [first, second] = fitting;
  if (second !== undefined) {
    const names = `${first?.path} and ${second.path}`;
    throw new FoveaError(`Two files name the classes: ${names}.`, 'Choose one of them.');
  }
  const [other] = found;
  if (first === undefined && other !== undefined) {
    throw new FoveaError(
      `${other.path} names ${other.labels.length === 1 ? '1 class' : `${other.labels.length} classes`}, but the network has ${classes || 'none'}.`,
      'Choose the label file of this very network, or add the network without one.',
    );
  }
  return first?.labels ?? null;
}

/** The names in a file that may be something else altogether. */
async function tryLabels(signal: AbortSignal, file: KnownFile, classes: number | null): Promise<LabelFile | null> {
  // Nothing but its name tells a list of names from other lines where it is not known how many there should be.
  if (classes === null && file.kind === 'text' && !/label|class/i.test(baseName(file.path))) return null;
  try {
    const found = await readLabels(signal, file);
    return classes === null || found?.labels.length === classes ? found : null;
  } catch (error) {
    if (!(error instanceof FoveaError)) throw error;
    return null;
  }
}
