import { type FileKind, fileKind } from '../../shared/fileKind';

import { otherFormat } from './otherFormat';

/** What files that came in together are: a saved file of ours, a network's files, or photos. */
export type SortedFiles =
  | { readonly kind: 'settings'; readonly file: File }
  | { readonly kind: 'study'; readonly file: File }
  | { readonly kind: 'gallery'; readonly file: File }
  | { readonly kind: 'network'; readonly files: readonly File[] }
  /** What another framework wrote, and nothing that is read here. */
  | { readonly kind: 'foreign'; readonly files: readonly File[] }
  | { readonly kind: 'photos'; readonly files: readonly File[] };

const networkEnding = /\.(json|bin|h5|hdf5|keras|zip|npy)$/i;

/** What no photo is: told by the first bytes, whatever the name. */
const networkKinds: readonly FileKind[] = ['hdf5', 'zip', 'npy'];

const never = new AbortController().signal;

/** Characters of a JSON file within which its format stands. */
const headLength = 4096;

/** Whether a JSON file has what models have: TensorFlow.js's own, and Keras's inside of it. */
export async function seemsModel(file: Blob): Promise<boolean> {
  return /"(modelTopology|weightsManifest|class_name)"/.test(await file.slice(0, 16 * headLength).text());
}

/**
 * Tells files apart as a whole: one of a network's makes all of them a network's, since weights come in any name.
 * Whether they are what they seem to be is found out when they are read.
 */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const [first] = files;
  if (first !== undefined && files.length === 1 && /\.json$/i.test(first.name)) {
    const head = await first.slice(0, headLength).text();
    if (/"format"\s*:\s*"fovea-ascent"/.test(head)) return { kind: 'settings', file: first };
    if (/"format"\s*:\s*"fovea-study"/.test(head)) return { kind: 'study', file: first };
  }
  if (first !== undefined && files.length === 1 && /\.jsonl$/i.test(first.name))
    return { kind: 'gallery', file: first };
  for (const file of files) {
    if ((await otherFormat(file)) !== null) continue;
    if (networkEnding.test(file.name) || networkKinds.includes(await fileKind(never, file)))
      return { kind: 'network', files };
  }
  for (const file of files) {
    if ((await otherFormat(file)) !== null) return { kind: 'foreign', files };
  }
  return { kind: 'photos', files };
}
