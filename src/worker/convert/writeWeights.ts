import type { LoadProgress } from '../../shared/calls/networkCalls';
import { checkWeightBytes } from './checkWeightBytes';
import { countOf, type ForeignWeight } from './foreignNetwork';
import type { WeightSink } from './weightSink';

/**
 * Hands every weight to the sink and tells how far it is, in bytes of 32-bit floats.
 * @param fileBytes of the files that the weights are in
 * @throws FoveaError before the first byte if there are more than a file of this size has
 */
export async function writeWeights(
  signal: AbortSignal,
  weights: readonly ForeignWeight[],
  fileBytes: number,
  sink: WeightSink,
  onProgress: (progress: LoadProgress) => void,
): Promise<void> {
  const totalBytes = weights.reduce((sum, { shape }) => sum + 4 * countOf(shape), 0);
  checkWeightBytes(weights, fileBytes);
  let loadedBytes = 0;
  onProgress({ loadedBytes, totalBytes, stage: 'reading' });
  for (const { name, shape, chunks, quantised } of weights) {
    const before = loadedBytes;
    // A sink may ask for the chunks twice: what it has had before is no progress.
    const counted = async function* () {
      let read = before;
      for await (const chunk of chunks()) {
        yield chunk;
        read += chunk.byteLength;
        if (read <= loadedBytes) continue;
        loadedBytes = read;
        onProgress({ loadedBytes, totalBytes, stage: 'reading' });
      }
    };
    await sink.add(signal, name, shape, counted, quantised);
  }
}
