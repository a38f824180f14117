import { FoveaError } from '../../../shared/errors';
import { fileKind } from '../../../shared/fileKind';
import type { ClassOutput } from '../../../shared/network';
import { callOwnWorker } from '../../engine/callOwnWorker';
import { benchStore } from '../../state/bench';
import { networksStore } from '../../state/networks';
import { notify } from '../../state/notices';
import { selectionStore } from '../../state/selection';
import { changeNetwork } from './changeNetwork';

/** The classes of a user's own network that can be named; null where there are none. */
export function namedClasses(id: string): ClassOutput | null {
  const entry = networksStore.getState().entries.get(id);
  const [only, second] = entry?.loaded?.info.outputs.classes ?? [];
  return entry?.spec.source.format === 'files' && only !== undefined && second === undefined ? only : null;
}

/**
 * Names the classes of a network of the user's own from a file: NumPy, JSON, or a text with one name a line.
 * @throws FoveaError when it holds no such list, or another number of names; the network stays as it was. The signal's
 *   reason when aborted
 */
export async function addLabels(signal: AbortSignal, id: string, file: File): Promise<void> {
  if (await nameClasses(signal, id, file)) return;
  throw new FoveaError(`${file.name} holds no list of names.`, 'Choose a text with one name a line, JSON, or .npy.');
}

/** Bytes; 8,631 names take 200 kB. */
const mostJson = 2 ** 22;

/** False where the file holds no list of names. */
async function nameClasses(signal: AbortSignal, id: string, file: File): Promise<boolean> {
  const classes = namedClasses(id);
  if (classes === null)
    throw new FoveaError('This network has no classes to name.', 'Choose one of your own with a softmax at its end.');
  const request = { file, classes: classes.labels.length };
  const { labels } = await callOwnWorker(signal, 'readLabels', request);
  if (labels === null) return false;
  const { info } = await changeNetwork(signal, id, { labels });
  notify({ severity: 'info', message: `${info.name} has ${labels.length.toLocaleString('en')} names now.` });
  return true;
}

/** One file of labels that is dropped while a network with classes is in view names them; true where it was that. */
export async function takeLabels([file, second]: readonly File[]): Promise<boolean> {
  const { network } = selectionStore.getState();
  if (file === undefined || second !== undefined || benchStore.getState().bench !== 'networks') return false;
  const { signal } = new AbortController();
  const kind = await fileKind(signal, file);
  if (namedClasses(network) === null) return false;
  // JSON may as well be a model, or something that was saved here; a gallery is one object a line.
  if (kind === 'json')
    return file.size <= mostJson && !/\.jsonl$/i.test(file.name) && nameClasses(signal, network, file);
  if (kind !== 'npy' && kind !== 'text') return false;
  await addLabels(signal, network, file);
  return true;
}
