import { FoveaError } from '../../shared/errors';
import { isDocument } from '../../shared/isDocument';
import { seemsShard } from '../../shared/seemsShard';
import { strayFile } from '../network/loaders/strayFile';
import type { KnownFile } from './gatherFiles';
import { baseName } from './inFolder';
import { type LabelFile, readLabels } from './labels/readLabels';

/** A folder or a zip holds what nobody chose: a licence, notes. What was chosen on its own is meant. */
const isChosen = ({ path }: KnownFile) => !path.includes('/');

const saysLabels = ({ path }: KnownFile) => /label|class|names/i.test(baseName(path));

/**
 * The names of the network's classes from the files beside it; null where none of them has any. Of several lists, the
 * one that is as long as the network has classes.
 * @param classes how many there are; null where the topology does not tell
 * @throws FoveaError when a list that was chosen has another length, or several would fit; naming a file that is no
 *   part of anything
 */
export async function chooseLabels(
  signal: AbortSignal,
  files: readonly KnownFile[],
  classes: number | null,
): Promise<readonly string[] | null> {
  const stray = files.find(isStray);
  if (stray !== undefined) throw strayFile(stray.path);
  const found: LabelFile[] = [];
  for (const file of files) {
    const labels = await labelsIn(signal, file, classes);
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

/** Of a folder's files, those alone that may be weights: what else lies there, nobody has chosen. */
const isStray = (file: KnownFile) =>
  file.kind === 'hdf5' || (file.kind === 'binary' && file.file.size > 0 && (isChosen(file) || seemsShard(file.path)));

async function labelsIn(signal: AbortSignal, file: KnownFile, classes: number | null): Promise<LabelFile | null> {
  if (isDocument(file.path)) return null;
  if (!isChosen(file)) return tryLabels(signal, file, classes);
  if (file.kind !== 'text' || saysLabels(file)) return readLabels(signal, file);
  // Lines with empty ones between them are notes.
  return readLabels(signal, file).catch(nothing);
}

function nothing(error: unknown): null {
  if (error instanceof FoveaError) return null;
  throw error;
}

/** The names in a file that may be something else altogether. */
async function tryLabels(signal: AbortSignal, file: KnownFile, classes: number | null): Promise<LabelFile | null> {
  // Nothing but its name tells a list of names from other lines where it is not known how many there should be.
  if (classes === null && file.kind === 'text' && !saysLabels(file)) return null;
  const found = await readLabels(signal, file).catch(nothing);
  return classes === null || found?.labels.length === classes ? found : null;
}
