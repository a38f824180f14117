import { fileKind } from '../../../shared/fileKind';
import { callOwnWorker } from '../../engine/callOwnWorker';
import type { ReadNames } from '../../state/addingNetwork';

/**
 * The names of classes in a file: NumPy, JSON, or a text with one name a line; null where it is about something else.
 * @param tell why a text was not taken for a list of names, as a sentence
 * @throws FoveaError when it is damaged, or its names cannot be a network's; the signal's reason when aborted
 */
export async function readNames(
  signal: AbortSignal,
  file: File,
  tell: (notice: string) => void = () => {},
): Promise<ReadNames | null> {
  const kind = await fileKind(signal, file);
  if (kind !== 'npy' && kind !== 'json' && kind !== 'text') return null;
  const { labels, notices } = await callOwnWorker(signal, 'readLabels', { file }).catch((error: unknown) => {
    signal.throwIfAborted();
    // Damaged JSON may be a damaged model, whose reader says what is wrong.
    if (kind === 'json') return { labels: null, notices: [] };
    throw error;
  });
  notices.forEach(tell);
  return labels === null ? null : { file: file.name, lines: kind === 'text', labels };
}
