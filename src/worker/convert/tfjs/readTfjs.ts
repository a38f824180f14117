import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import { orderNodes } from '../../network/loaders/graphModelOrder';
import { checkTopology } from '../../network/loaders/graphModelSchema';
import { checkKerasModel } from '../../network/loaders/layersModelSchema';
import { checkManifest, type Manifest } from '../../network/loaders/weightsManifest';
import type { FoundNetwork } from '../foreignNetwork';
import type { KnownFile } from '../gatherFiles';
import { findBeside, type PlacedFile } from '../inFolder';
import { refuseLambda } from '../keras/refuseLambda';
import { readJson } from '../readJson';
import { shardWeights } from './shardWeights';

const schema = v.object({
  modelTopology: v.union([v.object({ node: v.unknown() }), v.looseObject({})]),
  weightsManifest: v.unknown(),
  signature: v.optional(v.unknown()),
});

/**
 * A TensorFlow.js model: model.json and its shards.
 * @param others every file but model.json; those that its manifest names are its shards
 * @throws FoveaError naming the shard that is missing or has another length
 */
export async function readTfjs(
  signal: AbortSignal,
  model: PlacedFile,
  others: readonly KnownFile[],
): Promise<FoundNetwork> {
  const parsed = v.safeParse(schema, await readJson(signal, model));
  if (!parsed.success) {
    throw new FoveaError(
      `${model.path} is no TensorFlow.js model: it has no topology and no weight manifest.`,
      'Choose the model.json that tensorflowjs wrote, together with its shards.',
    );
  }
  const { modelTopology: topology, signature } = parsed.output;
  const manifest = checkManifest(parsed.output.weightsManifest);
  const isGraph = 'node' in topology;
  if (isGraph) orderNodes(checkTopology(topology));
  else refuseLambda(checkKerasModel(topology));
  const shards = shardsOf(manifest, model, others);
  const used = new Set(shards.flat());
  const format = isGraph ? 'TensorFlow.js graph model' : 'TensorFlow.js layers model';
  const weights = shardWeights(manifest, shards);
  const rest = others.filter((file) => !used.has(file));
  return { network: { format, architecture: null, topology, signature, weights }, holder: 'shards', rest };
}

/** The shards of each group, in order. */
function shardsOf(manifest: Manifest, model: PlacedFile, files: readonly KnownFile[]): KnownFile[][] {
  return manifest.map(({ paths }) =>
    paths.map((path) => {
      const shard = findBeside(files, model.path, path);
      if (shard !== undefined) return shard;
      throw new FoveaError(`The shard ${path} is missing.`, 'Choose model.json and all its shards together.');
    }),
  );
}
