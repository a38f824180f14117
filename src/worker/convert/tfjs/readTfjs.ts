import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import { checkTopology } from '../../network/loaders/graphModelSchema';
import { checkKerasModel } from '../../network/loaders/layersModelSchema';
import { checkManifest, type Manifest } from '../../network/loaders/weightsManifest';
import type { ForeignNetwork } from '../foreignNetwork';
import { findBeside, type PlacedFile } from '../inFolder';
import { refuseLambda } from '../keras/refuseLambda';
import { readJson } from '../readJson';
import { shardWeights } from './shardWeights';

const schema = v.object({
  modelTopology: v.union([v.object({ node: v.unknown() }), v.looseObject({})]),
  weightsManifest: v.unknown(),
});

/**
 * A TensorFlow.js model: model.json and its shards.
 * @param rest every file but model.json; each has to be a shard of it
 * @throws FoveaError naming the shard that is missing, has another length, or belongs to no model
 */
export async function readTfjs(
  signal: AbortSignal,
  model: PlacedFile,
  rest: readonly PlacedFile[],
): Promise<ForeignNetwork> {
  const parsed = v.safeParse(schema, await readJson(signal, model));
  if (!parsed.success) {
    throw new FoveaError(
      `${model.path} is no TensorFlow.js model: it has no topology and no weight manifest.`,
      'Choose the model.json that tensorflowjs wrote, together with its shards.',
    );
  }
  const { modelTopology } = parsed.output;
  const manifest = checkManifest(parsed.output.weightsManifest);
  const isGraph = 'node' in modelTopology;
  if (isGraph) checkTopology(modelTopology);
  else refuseLambda(checkKerasModel(modelTopology));
  return {
    format: isGraph ? 'TensorFlow.js graph model' : 'TensorFlow.js layers model',
    architecture: null,
    topology: modelTopology,
    weights: shardWeights(manifest, shardsOf(manifest, model, rest)),
  };
}

/** The shards of each group, in order. */
function shardsOf(manifest: Manifest, model: PlacedFile, rest: readonly PlacedFile[]): PlacedFile[][] {
  const used = new Set<PlacedFile>();
  const groups = manifest.map(({ paths }) =>
    paths.map((path) => {
      const shard = findBeside(rest, model.path, path);
      if (shard === undefined)
        throw new FoveaError(`The shard ${path} is missing.`, 'Choose model.json and all its shards together.');
      used.add(shard);
      return shard;
    }),
  );
  const extra = rest.find((file) => !used.has(file));
  if (extra !== undefined) {
    throw new FoveaError(
      `${extra.path} does not belong to ${model.path}: its manifest names no such shard.`,
      'Choose the files of one export only: model.json and the shards it names.',
    );
  }
  return groups;
}
