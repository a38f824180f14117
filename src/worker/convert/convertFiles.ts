import type { LoadProgress } from '../../shared/calls/networkCalls';
import type { ConvertedNetwork } from '../../shared/network';
import { chooseLabels } from './chooseLabels';
import { countClasses } from './countClasses';
import { gatherFiles } from './gatherFiles';
import type { PlacedFile } from './inFolder';
import { readNetwork } from './readNetwork';
import { refuseStray } from './refuseStray';
import type { WeightSink } from './weightSink';
import { writeWeights } from './writeWeights';

/**
 * Turns the files of one network, in whatever format, into TensorFlow.js's own, by way of the sink.
 * @throws FoveaError that names the file, layer, weight or shard that is wrong; the signal's reason when aborted. The
 *   sink is empty then
 */
export async function convertFiles(
  signal: AbortSignal,
  files: readonly PlacedFile[],
  sink: WeightSink,
  onProgress: (progress: LoadProgress) => void,
): Promise<ConvertedNetwork> {
  try {
    const { network, holder, rest } = await readNetwork(signal, await gatherFiles(signal, files, onProgress));
    const { format, architecture, topology, signature, weights } = network;
    refuseStray(rest, holder);
    const { labels, notices } = await chooseLabels(signal, rest, countClasses(topology));
    const fileBytes = files.reduce((sum, { file }) => sum + file.size, 0);
    await writeWeights(signal, weights, fileBytes, sink, onProgress);
    return { files: await sink.finish(signal, topology, signature), format, architecture, labels, notices };
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
