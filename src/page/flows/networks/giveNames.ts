import { FoveaError } from '../../../shared/errors';
import type { ClassOutput } from '../../../shared/network';
import { countOf } from '../../intake/countOf';
import type { ReadNames } from '../../state/addingNetwork';
import { networksStore } from '../../state/networks';
import { notify } from '../../state/notices';
import { loadNetwork } from '../loadNetwork';
import { changeNetwork } from './changeNetwork';

/**
 * Names the classes of a network of the user's own.
 * @throws FoveaError when it is not the user's own, has no classes, or another number of them: it then stays as it was;
 *   the signal's reason
 */
export async function giveNames(signal: AbortSignal, id: string, names: ReadNames): Promise<void> {
  const { file, labels } = names;
  const entry = networksStore.getState().entries.get(id);
  const own = entry?.spec.source.format === 'files';
  const name = entry?.spec.name ?? id;
  if (!own)
    throw new FoveaError(`${whatTheyAre(names)}. “${name}” comes along and keeps its own names.`, remedyFor(names));
  const { info } = await loadNetwork(signal, id);
  const classes = namedClasses(info.outputs.classes);
  if (classes === null)
    throw new FoveaError(`${whatTheyAre(names)}. “${name}” has no classes that could be named.`, remedyFor(names));
  const wanted = classes.labels.length;
  if (labels.length !== wanted)
    throw new FoveaError(
      `${whatTheyAre(names)}. “${name}” has ${countOf(wanted, 'class', 'classes')}.`,
      `Choose the label file of this very network, with ${countOf(wanted, 'name', 'names')}. The network stays as it is.`,
    );
  await changeNetwork(signal, id, { labels });
  notify({ severity: 'info', message: `${file} has given “${name}” ${countOf(labels.length, 'name', 'names')}.` });
}

/** The classes that names can be for; null where there are none, or no telling which. */
export function namedClasses([only, second]: readonly ClassOutput[]): ClassOutput | null {
  return only !== undefined && second === undefined ? only : null;
}

function whatTheyAre({ file, lines, labels }: ReadNames): string {
  const { length } = labels;
  if (!lines) return `${file} is a list of ${countOf(length, 'name', 'names')} for the classes of a network`;
  return `${file} is text with ${countOf(length, 'line', 'lines')}, which could be the names of as many classes`;
}

function remedyFor({ lines, labels }: ReadNames): string {
  const number = countOf(labels.length, 'class', 'classes');
  const name = `To name the classes of a network of your own, choose one with ${number} and drop the file again, or add both together.`;
  return lines ? `${name} A photo is JPEG, PNG, WebP, AVIF, GIF or BMP.` : name;
}
