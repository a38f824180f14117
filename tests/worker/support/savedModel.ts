/** A model of TensorFlow.js as the files that it saves, held in memory, and loaded from them by our loader. */
import type * as tf from '@tensorflow/tfjs';
import type { Network } from '../../../src/worker/network/graph';
import { loadNetwork } from '../../../src/worker/network/loaders/loadNetwork';

const signal = new AbortController().signal;

/** model.json and its one shard. */
export async function savedFiles(model: tf.LayersModel): Promise<File[]> {
  const files: File[] = [];
  await model.save({
    save: async ({ modelTopology, weightSpecs, weightData }) => {
      const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
      const json = JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest });
      files.push(new File([json], 'model.json'), new File([weightData as ArrayBuffer], 'weights.bin'));
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    },
  });
  return files;
}

/** The network that our loader makes of files. */
export const networkOf = (files: readonly File[]): Promise<Network> =>
  loadNetwork(
    signal,
    {
      id: 'tested',
      name: 'tested',
      source: { format: 'files', files },
      preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
    },
    () => undefined,
  );
