import type { ConvertedNetwork } from '../../shared/network';
import type { Calls, LoadProgress } from '../../shared/protocol';
import { convertFiles } from '../convert/convertFiles';
import { createSink } from '../convert/createSink';
import { encoders } from '../convert/encoders';
import { openTarget } from '../convert/openTarget';

/** Reads foreign files into a network in TensorFlow.js's format. @throws FoveaError naming what is wrong with them */
export async function convert(
  signal: AbortSignal,
  { files, precision, folder }: Calls['convert']['arguments'],
  tell: (progress: LoadProgress) => void,
): Promise<ConvertedNetwork> {
  return convertFiles(signal, files, createSink(encoders[precision], await openTarget(folder)), tell);
}
