import type { LoadProgress } from '../../shared/calls/networkCalls';
import type { Calls } from '../../shared/protocol';
import { storeInFolder } from '../convert/storeInFolder';

/** Copies files to the device's disk as they are. */
export async function store(
  signal: AbortSignal,
  { files, folder }: Calls['store']['arguments'],
  tell: (progress: LoadProgress) => void,
): Promise<Calls['store']['result']> {
  return { files: await storeInFolder(signal, files, folder, tell) };
}
