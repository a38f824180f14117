import type { StoredWeight } from './encodeWeight';

/** The file that names all weights in this model.json. */
export const weightsFile = 'weights.bin';

/** TensorFlow.js's model.json: topology and weight manifest, with all weights in one file. */
export function modelJson(topology: unknown, weights: readonly StoredWeight[], signature?: unknown): string {
  const isGraph = typeof topology === 'object' && topology !== null && 'node' in topology;
  return JSON.stringify({
    format: isGraph ? 'graph-model' : 'layers-model',
    generatedBy: 'Fovea',
    ...(signature === undefined ? {} : { signature }),
    modelTopology: topology,
    weightsManifest: [{ paths: [weightsFile], weights }],
  });
}
