import { FoveaError } from '../../shared/errors';
import type { Preprocessing } from '../../shared/network';
import { checkPreprocessing } from './networkFiles';

/** A script's wish to add a network, checked. */
export interface ReadAddNetworkOptions {
  readonly files: readonly File[];
  readonly options: { readonly name?: string; readonly preprocessing?: Preprocessing };
}

const known = ['name', 'preprocessing'];
const remedy = 'The README lists the options.';

/** @throws FoveaError that names the first argument or option that makes no sense */
export function readAddNetworkOptions(files: unknown, options: unknown = {}): ReadAddNetworkOptions {
  const given = files instanceof File ? [files] : listOf(files);
  if (given === null || !given.every((file) => file instanceof File))
    throw new FoveaError(
      'fovea.addNetwork: files is no list of File objects.',
      'Give what a file field holds, [...input.files], not names or addresses.',
    );
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new FoveaError('fovea.addNetwork: the options are no object.', remedy);
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new FoveaError(`fovea.addNetwork: there is no option “${unknown}”.`, remedy);
  const { name, preprocessing } = options as { name?: unknown; preprocessing?: unknown };
  if (name !== undefined && (typeof name !== 'string' || name.trim() === ''))
    throw new FoveaError('fovea.addNetwork: name is no text, or an empty one.', 'Leave it away, or give a name.');
  return {
    files: given,
    options: {
      ...(name === undefined ? {} : { name }),
      ...(preprocessing === undefined ? {} : { preprocessing: checkPreprocessing(preprocessing) }),
    },
  };
}

/** An array, or a FileList; null where it is neither. */
function listOf(files: unknown): readonly File[] | null {
  const list = typeof FileList !== 'undefined' && files instanceof FileList ? [...files] : files;
  return Array.isArray(list) ? list : null;
}
