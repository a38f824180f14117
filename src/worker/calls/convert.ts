import type { LoadProgress } from '../../shared/calls/networkCalls';
import { FoveaError } from '../../shared/errors';
import type { ConvertedNetwork } from '../../shared/network';
import type { Calls } from '../../shared/protocol';
import { convertFiles } from '../convert/convertFiles';
import { createSink } from '../convert/createSink';
import { encoders } from '../convert/encoders';
import { placed } from '../convert/inFolder';
import { openTarget } from '../convert/openTarget';

/** Reads foreign files into a network in TensorFlow.js's format. @throws FoveaError naming what is wrong with them */
export async function convert(
  signal: AbortSignal,
  { files, paths, precision, folder }: Calls['convert']['arguments'],
  tell: (progress: LoadProgress) => void,
): Promise<ConvertedNetwork> {
  const sink = createSink(encoders[precision], await openTarget(folder));
  try {
    return await convertFiles(
      signal,
      files.map((file, i) => placed(file, paths?.[i])),
      sink,
      tell,
    );
  } catch (error) {
    if (error instanceof FoveaError || signal.aborted) throw error;
    // A reader that a damaged file has led astray: what it stumbled over says nothing to a person.
    const names = files.map(({ name }) => name).join(', ');
    throw new FoveaError(
      `${names || 'The files'} cannot be read: their inside is damaged.`,
      'Download or export them again.',
      { cause: error },
    );
  }
}
