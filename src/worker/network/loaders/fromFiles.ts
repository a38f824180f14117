import { FoveaError } from '../../../shared/errors';
import { findJson } from '../../../shared/findJson';
import { isLitter } from '../../../shared/isLitter';
import { checkShards } from './checkShards';
import { fileBytes } from './readFiles';
import type { Source } from './source';
import { strayFile } from './strayFile';

/**
 * The files of a network that the user chose.
 * @throws FoveaError if there is no model.json; reading: naming the shard that is missing or of another length, or the
 *   file that is none
 */
export async function fromFiles(signal: AbortSignal, files: readonly File[]): Promise<Source> {
  const first = await findJson(signal, files);
  if (first === undefined) {
    throw new FoveaError(
      'No model.json among these files.',
      'Choose model.json and all its shards (group1-shard1of… .bin) together.',
    );
  }
  const find = (name: string) => {
    const file = files.find((candidate) => candidate.name === name);
    if (file !== undefined) return file;
    throw new FoveaError(`The shard ${name} is missing.`, 'Choose model.json and all its shards together.');
  };
  return {
    first: first.name,
    read: (name, onBytes) => fileBytes(signal, find(name), onBytes),
    // Files that were chosen have no folders: a shard's path counts by its last part.
    shards: async (manifest) => {
      const groups = manifest.map(({ paths }) => paths.map((path) => find(path.split('/').at(-1) ?? path)));
      manifest.forEach(({ weights }, i) => {
        checkShards(weights, groups[i] ?? []);
      });
      refuseStray(files, new Set([first, ...groups.flat()]));
      return groups.flat();
    },
  };
}

/** What systems leave behind and empty files do no harm. */
function refuseStray(files: readonly File[], used: ReadonlySet<File>): void {
  const stray = files.find((file) => !used.has(file) && file.size > 0 && !isLitter(file.name));
  if (stray === undefined) return;
  throw strayFile(stray.name, 'shards');
}
