import type { LoadProgress } from '../../shared/calls/networkCalls';
import type { ConvertedNetwork } from '../../shared/network';
import type { Calls } from '../../shared/protocol';
import { callOwnWorker } from './callOwnWorker';
import type { WatchLimits } from './watchdog';
import type { Spawn } from './workerPort';

/**
 * Converts foreign files to a network in TensorFlow.js's format, in a worker of its own.
 * @throws FoveaError that names what is wrong with the files, also when the reader crashed or hung over them; the
 *   signal's reason when aborted
 */
export const convertNetwork = (
  signal: AbortSignal,
  request: Calls['convert']['arguments'],
  onProgress?: (progress: LoadProgress) => void,
  spawn?: Spawn,
  limits?: WatchLimits,
): Promise<ConvertedNetwork> => callOwnWorker(signal, 'convert', request, onProgress, spawn, limits);
