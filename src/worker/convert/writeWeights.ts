import type { LoadProgress } from '../../shared/protocol';
import { countOf, type ForeignWeight } from './foreignNetwork';
import type { WeightSink } from './weightSink';

/** Hands every weight to the sink and tells how far it is, in bytes of 32-bit floats. */
export async function writeWeights(
  signal: AbortSignal,
  weights: readonly ForeignWeight[],
  sink: WeightSink,
  onProgress: (progress: LoadProgress) => void,
): Promise<void> {
  const totalBytes = weights.reduce((sum, { shape }) => sum + 4 * countOf(shape), 0);
  let loadedBytes = 0;
  onProgress({ loadedBytes, totalBytes, stage: 'reading' });
  for (const { name, shape, chunks } of weights) {
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
    await sink.add(signal, name, shape, counted);
  }
}
