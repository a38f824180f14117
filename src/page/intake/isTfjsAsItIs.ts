import { fileKind } from '../../shared/fileKind';
import { seemsShard } from '../../shared/seemsShard';

/** True for one JSON file with nothing beside it but what may be weights, all of different names. */
export async function isTfjsAsItIs(signal: AbortSignal, files: readonly File[]): Promise<boolean> {
  let models = 0;
  for (const file of files) {
    const kind = await fileKind(signal, file);
    if (kind === 'json') models += 1;
    else if (kind !== 'binary' || !seemsShard(file.name)) return false;
  }
  return models === 1 && new Set(files.map(({ name }) => name)).size === files.length;
}
