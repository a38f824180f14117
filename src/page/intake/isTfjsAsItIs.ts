import { fileKind } from '../../shared/fileKind';

/** True for one JSON file with nothing but weights beside it, all of different names. */
export async function isTfjsAsItIs(signal: AbortSignal, files: readonly File[]): Promise<boolean> {
  let models = 0;
  for (const file of files) {
    const kind = await fileKind(signal, file);
    if (kind === 'json') models += 1;
    else if (kind !== 'binary') return false;
  }
  return models === 1 && new Set(files.map(({ name }) => name)).size === files.length;
}
