import * as v from 'valibot';
import { findJson } from '../../shared/findJson';
import type { NetworkEvidence } from './guessPreprocessing';
import { nameOfFiles } from './networkFiles';

/** Bytes; larger ones hold more than a topology. */
const mostBytes = 64 * 2 ** 20;

const layerSchema = v.object({
  config: v.optional(v.object({ name: v.optional(v.string()), units: v.optional(v.number()) })),
});
const kerasSchema = v.object({
  config: v.union([
    v.object({ name: v.optional(v.string()), layers: v.array(layerSchema) }),
    // A Sequential of old is a bare list.
    v.pipe(
      v.array(layerSchema),
      v.transform((layers) => ({ name: undefined, layers })),
    ),
  ]),
});
const modelSchema = v.object({
  modelTopology: v.union([
    v.pipe(
      v.object({ model_config: kerasSchema }),
      v.transform(({ model_config }) => model_config.config),
    ),
    v.pipe(
      kerasSchema,
      v.transform(({ config }) => config),
    ),
    v.pipe(
      v.object({ node: v.array(v.object({ name: v.string() })) }),
      v.transform(({ node }) => ({ name: undefined, layers: node.map(({ name }) => ({ config: { name } })) })),
    ),
  ]),
});

/** Keras calls unnamed models `model_1` or `sequential`: those say less than the files' names. */
const unnamed = /^(model|functional|sequential)(_\d+)?$/i;

/**
 * What a model.json among these files tells of a network: its own name, its layers' names, how many classes. Files that
 * say nothing, or are none, tell their names only: the loader will say what is wrong with them.
 * @param fileName stands in for a name that the model does not have
 * @throws the signal's reason when aborted
 */
export async function readNetworkEvidence(
  signal: AbortSignal,
  files: readonly File[],
  fileName = nameOfFiles(files),
): Promise<NetworkEvidence> {
  const plain: NetworkEvidence = { name: fileName, layers: [], classes: null };
  const file = await findJson(signal, files);
  const parsed = file === undefined || file.size > mostBytes ? null : v.safeParse(modelSchema, await parse(file));
  signal.throwIfAborted();
  if (parsed === null || !parsed.success) return plain;
  const { name: given, layers } = parsed.output.modelTopology;
  const name = given?.trim() ?? '';
  const units = layers.map(({ config }) => (config !== undefined && 'units' in config ? config.units : undefined));
  return {
    name: name === '' || name.length > 100 || unnamed.test(name) ? plain.name : name,
    layers: layers.flatMap(({ config }) => (config?.name === undefined ? [] : [config.name])),
    classes: units.findLast((count) => count !== undefined) ?? null,
  };
}

async function parse(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return null;
  }
}
