import type { ConvertedNetwork } from '../../shared/network';
import type { Calls, LoadProgress } from '../../shared/protocol';
import { callOwnWorker } from './callOwnWorker';

/**
 * Turns files of any format that Fovea reads into a network in TensorFlow.js's format, in a worker that is thrown away
 * afterwards.
 * @throws FoveaError naming what is wrong with the files; the signal's reason when aborted. Nothing is left on the disk
 */
export const convertNetwork = (
  signal: AbortSignal,
  request: Calls['convert']['arguments'],
  onProgress?: (progress: LoadProgress) => void,
): Promise<ConvertedNetwork> => callOwnWorker(signal, 'convert', request, onProgress);
