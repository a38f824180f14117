import { fileKind } from '../../shared/fileKind';
import type { Calls } from '../../shared/protocol';
import { chooseLabels } from '../convert/chooseLabels';

type Arguments = Calls['readLabels']['arguments'];
type Result = Calls['readLabels']['result'];

/** The names in one file. @throws FoveaError when it is damaged, or its names cannot be a network's */
export async function readLabels(signal: AbortSignal, { file }: Arguments): Promise<Result> {
  const known = { path: file.name, file, kind: await fileKind(signal, file) };
  return chooseLabels(signal, [known], null);
}
