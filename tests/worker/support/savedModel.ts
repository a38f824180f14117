/** A model of TensorFlow.js as the files that it saves, held in memory, and loaded from them by our loader. */
import type * as tf from '@tensorflow/tfjs';
import type { Network } from '../../../src/worker/network/graph';
import { loadNetwork } from '../../../src/worker/network/loaders/loadNetwork';

const signal = new AbortController().signal;

interface Layer {
  readonly class_name: string;
  readonly config: Record<string, unknown> & { readonly name: string };
}

export interface Topology {
  readonly config: { readonly layers: Layer[] };
}

/**
 * model.json and its one shard, all weights in 32 bits. Normalisations named `unscaled…`, whose gamma has to be 1, lose
 * it and their scale.
 * @param change what else the topology gets before it is written
 */
export async function savedFiles(
  model: tf.LayersModel,
  change: (topology: Topology) => unknown = (topology) => topology,
): Promise<File[]> {
  const files: File[] = [];
  await model.save({
    save: async ({ modelTopology, weightSpecs = [], weightData }) => {
      const topology = structuredClone(modelTopology) as Topology;
      for (const { config } of topology.config.layers) if (config.name.startsWith('unscaled')) config.scale = false;
      const bytes = new Uint8Array(weightData as ArrayBuffer);
      const kept: Uint8Array<ArrayBuffer>[] = [];
      let offset = 0;
      const weights = weightSpecs.filter(({ name, shape }) => {
        const size = 4 * shape.reduce((a, b) => a * b, 1);
        const stays = !/^unscaled.*gamma$/.test(name);
        if (stays) kept.push(bytes.slice(offset, offset + size));
        offset += size;
        return stays;
      });
      const weightsManifest = [{ paths: ['weights.bin'], weights }];
      const json = JSON.stringify({ format: 'layers-model', modelTopology: change(topology), weightsManifest });
      files.push(new File([json], 'model.json'), new File(kept, 'weights.bin'));
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
