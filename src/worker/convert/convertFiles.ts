import { FoveaError } from '../../shared/errors';
import { type FileKind, fileKind } from '../../shared/fileKind';
import type { ConvertedNetwork } from '../../shared/network';
import type { LoadProgress } from '../../shared/protocol';
import type { ForeignNetwork } from './foreignNetwork';
import { type PlacedFile, placed } from './inFolder';
import { readKerasHdf5 } from './keras/readKerasHdf5';
import { readTfjs } from './tfjs/readTfjs';
import type { WeightSink } from './weightSink';
import { writeWeights } from './writeWeights';

/**
 * Turns the files of one network, in whatever format, into TensorFlow.js's own, by way of the sink.
 * @throws FoveaError that names the file, layer, weight or shard that is wrong; the signal's reason when aborted. The sink
 *   is empty then
 */
export async function convertFiles(
  signal: AbortSignal,
  files: readonly File[],
  sink: WeightSink,
  onProgress: (progress: LoadProgress) => void,
): Promise<ConvertedNetwork> {
  const sorted: (PlacedFile & { readonly kind: FileKind })[] = [];
  for (const file of files) sorted.push({ ...placed(file), kind: await fileKind(signal, file) });
  try {
    const network = await readNetwork(signal, sorted);
    await writeWeights(signal, network.weights, sink, onProgress);
    const { format, architecture, topology } = network;
    return { files: await sink.finish(signal, topology), format, architecture, labels: null };
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

async function readNetwork(
  signal: AbortSignal,
  files: readonly (PlacedFile & { readonly kind: FileKind })[],
): Promise<ForeignNetwork> {
  const hdf5 = files.find(({ kind }) => kind === 'hdf5');
  if (hdf5 !== undefined) return readKerasHdf5(signal, hdf5);
  const model = files.find(({ kind }) => kind === 'json');
  if (model === undefined) {
    throw new FoveaError(
      'There is no network among these files.',
      'Choose a TensorFlow.js model: model.json and all its shards.',
    );
  }
  return readTfjs(
    signal,
    model,
    files.filter((file) => file !== model),
  );
}
