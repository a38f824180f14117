import * as v from 'valibot';
import { findJson } from '../../shared/findJson';
import type { NetworkEvidence } from './guessPreprocessing';
import { longestName, nameOfFiles } from './networkFiles';

/** Bytes; larger ones hold more than a topology. */
const mostBytes = 64 * 2 ** 20;

const shapeSchema = v.optional(v.array(v.nullable(v.number())));
const layerSchema = v.object({
  config: v.optional(
    v.object({
      name: v.optional(v.string()),
      units: v.optional(v.number()),
      batch_input_shape: shapeSchema,
      batch_shape: shapeSchema,
    }),
  ),
});
const placeholderSchema = v.object({
  op: v.literal('Placeholder'),
  attr: v.object({
    dtype: v.optional(v.object({ type: v.union([v.string(), v.number()]) })),
    shape: v.object({
      shape: v.object({ dim: v.array(v.object({ size: v.optional(v.union([v.string(), v.number()])) })) }),
    }),
  }),
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
/**
 * A layer's name is the last scope of its operations. Where a normalisation was folded into it, its weights alone still
 * have its name, with further scopes inside: all of theirs come after.
 */
function layersOfGraph(nodes: readonly { readonly name: string; readonly op: string }[]) {
  const names = nodes.filter(({ op }) => op !== 'Const').map(({ name }) => name.split('/').at(-2) ?? name);
  const scopes = nodes.filter(({ op }) => op === 'Const').flatMap(({ name }) => name.split('/').slice(0, -1));
  return [...new Set([...names, ...scopes])].map((name): v.InferOutput<typeof layerSchema> => ({ config: { name } }));
}

/** How many channels the graph's input has, and whether it takes whole numbers. */
function inputOfGraph(nodes: readonly unknown[]) {
  const placeholder = nodes.find((node) => v.is(placeholderSchema, node));
  if (!v.is(placeholderSchema, placeholder)) return { channels: null, whole: false };
  const { shape, dtype } = placeholder.attr;
  return {
    channels: Number(shape.shape.dim[3]?.size ?? Number.NaN),
    whole: ['DT_INT32', 'DT_UINT8', 3, 4].includes(dtype?.type ?? ''),
  };
}

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
      v.object({ node: v.array(v.looseObject({ name: v.string(), op: v.string() })) }),
      v.transform(({ node }) => ({ name: undefined, layers: layersOfGraph(node), ...inputOfGraph(node) })),
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
  const plain: NetworkEvidence = { name: fileName, layers: [], classes: null, grey: false, whole: false };
  const file = await findJson(signal, files);
  const parsed = file === undefined || file.size > mostBytes ? null : v.safeParse(modelSchema, await parse(file));
  signal.throwIfAborted();
  if (parsed === null || !parsed.success) return plain;
  const { modelTopology } = parsed.output;
  const { name: given, layers } = modelTopology;
  const name = given?.trim() ?? '';
  const units = layers.map(({ config }) => config?.units);
  return {
    name: name === '' || unnamed.test(name) ? plain.name : name.slice(0, longestName),
    layers: layers.flatMap(({ config }) => (config?.name === undefined ? [] : [config.name])),
    classes: units.findLast((count) => count !== undefined) ?? null,
    grey: ('channels' in modelTopology ? modelTopology.channels : channelsOfLayers(layers)) === 1,
    whole: 'whole' in modelTopology && modelTopology.whole,
  };
}

/** Of the first layer that tells the shape of its input. */
function channelsOfLayers(layers: readonly v.InferOutput<typeof layerSchema>[]): number | null {
  const shapes = layers.map(({ config }) => config?.batch_input_shape ?? config?.batch_shape);
  return shapes.find((shape) => shape !== undefined)?.[3] ?? null;
}

async function parse(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return null;
  }
}
