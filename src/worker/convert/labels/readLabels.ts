import { FoveaError } from '../../../shared/errors';
import type { FileKind } from '../../../shared/fileKind';
import type { PlacedFile } from '../inFolder';
import { readJson } from '../readJson';
import { jsonLabels } from './jsonLabels';
import { npyLabels } from './npyLabels';

/** Bytes; 8,631 names take 200 KB. */
const mostBytes = 16 * 2 ** 20;
const mostLabels = 100_000;
const longestLabel = 200;

/** Text or names that cannot be those of a network's classes. */
export class UnreadableLabelsError extends FoveaError {
  constructor(
    readonly path: string,
    /** Part of a sentence: 'line 17 is empty'. */
    readonly why: string,
  ) {
    super(
      `The label file ${path} cannot be read: ${why}.`,
      'Choose a text with one name a line, in the network’s order.',
    );
  }
}

/** Names of classes, and where they come from. */
export interface LabelFile {
  readonly path: string;
  readonly labels: readonly string[];
}

/**
 * The names of classes in a file: NumPy, JSON or one a line; null for a JSON file about something else.
 * @throws UnreadableLabelsError for lines or names that cannot be classes'; another FoveaError when it is damaged
 */
export async function readLabels(
  signal: AbortSignal,
  file: PlacedFile & { readonly kind: FileKind },
): Promise<LabelFile | null> {
  const { path } = file;
  if (file.file.size > mostBytes) throw new UnreadableLabelsError(path, 'it is larger than 16 MB');
  const labels = await namesIn(signal, file);
  if (labels === null) return null;
  if (labels.length === 0 || labels.length > mostLabels)
    throw new UnreadableLabelsError(path, `it has ${labels.length} names`);
  const long = labels.findIndex((label) => label.length > longestLabel);
  if (long !== -1) throw new UnreadableLabelsError(path, `name ${long + 1} has more than ${longestLabel} characters`);
  return { path, labels: labels.map((label) => label.trim()) };
}

async function namesIn(
  signal: AbortSignal,
  file: PlacedFile & { readonly kind: FileKind },
): Promise<readonly string[] | null> {
  if (file.kind === 'json') return jsonLabels(await readJson(signal, file));
  const bytes = new Uint8Array(await file.file.arrayBuffer());
  signal.throwIfAborted();
  return file.kind === 'npy' ? npyLabels(file.path, bytes) : lines(file.path, bytes);
}

/** One name a line; the end of the file may be empty, but no line before it, which would be a class without a name. */
function lines(path: string, bytes: Uint8Array): string[] {
  const names = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
  while (names.at(-1)?.trim() === '') names.pop();
  const empty = names.findIndex((name) => name.trim() === '');
  if (empty !== -1) throw new UnreadableLabelsError(path, `line ${empty + 1} is empty`);
  return names;
}
