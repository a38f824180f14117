import { FoveaError } from '../../shared/errors';
import { isDocument } from '../../shared/isDocument';
import type { KnownFile } from './gatherFiles';
import { baseName } from './inFolder';
import { isChosen } from './isChosen';
import { type LabelFile, readLabels, UnreadableLabelsError } from './labels/readLabels';

export interface ChosenLabels {
  /** In the order of the network's classes; null where no file has any. */
  readonly labels: readonly string[] | null;
  /** Which texts were chosen, but not taken for labels, and why: a sentence each. */
  readonly notices: readonly string[];
}

const saysLabels = ({ path }: KnownFile) => /label|class|names/i.test(baseName(path));

/**
 * The names of the network's classes from the files beside it. Of several lists, the one that is as long as the network
 * has classes.
 * @param classes how many there are; null where the topology does not tell
 * @throws FoveaError when a list that was chosen has another length, or several would fit
 */
export async function chooseLabels(
  signal: AbortSignal,
  files: readonly KnownFile[],
  classes: number | null,
): Promise<ChosenLabels> {
  const found: LabelFile[] = [];
  const notices: string[] = [];
  for (const file of files) {
    const labels = await labelsIn(signal, file, classes, (notice) => notices.push(notice));
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
  return { labels: first?.labels ?? null, notices };
}

async function labelsIn(
  signal: AbortSignal,
  file: KnownFile,
  classes: number | null,
  tell: (notice: string) => void,
): Promise<LabelFile | null> {
  if (isDocument(file.path)) return null;
  if (!isChosen(file)) return tryLabels(signal, file, classes);
  if (file.kind !== 'text' || saysLabels(file)) return readLabels(signal, file);
  // Lines with empty ones between them are mostly notes; but it may be a list in which a name is missing.
  return readLabels(signal, file).catch((error: unknown) => {
    if (!(error instanceof UnreadableLabelsError)) throw error;
    tell(`${file.path} was not taken for labels: ${error.why}.`);
    return null;
  });
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
