import { FoveaError } from '../../../shared/errors';
import type { Graph, Weight } from '../graph';
import { GraphBuilder } from './graphBuilder';
import { checkKerasModel, type KerasLayer, type KerasModel, LayerConfig, mostCells } from './layersModelSchema';
import { translators } from './layersModelTranslators';
import { ownEntry } from './ownEntry';
import { pictureInput } from './pictureInput';

/** Models in models in models: nobody nests deeper, and a file must not exhaust the stack. */
const deepest = 8;

/** What is the same in a model and in all models inside it. */
interface Walk {
  readonly builder: GraphBuilder;
  readonly weights: ReadonlyMap<string, Weight>;
  readonly keras3: boolean;
  /** How many layers have a name, over all nested models. */
  readonly names: ReadonlyMap<string, number>;
}

/**
 * The graph of a Keras model in TensorFlow.js's layers format. Models inside it are laid out flat: their layers keep
 * their names, or get their path (`vgg16/conv1`) where two have the same. A softmax or sigmoid at the end of a dense
 * layer becomes a node of its own, `name/softmax`, so that the logits stay reachable under the layer's name.
 * @throws FoveaError for a layer that no rule covers, with its name and type
 */
export function layersModel(model: KerasModel, weights: ReadonlyMap<string, Weight>): Graph {
  const builder = new GraphBuilder();
  const names = new Map<string, number>();
  countNames(model, names, 0);
  translateModel(model, [], null, { builder, weights, keras3: model.keras3, names });
  return builder.graph;
}

const isModel = ({ class_name }: KerasLayer) => ['Functional', 'Model', 'Sequential'].includes(class_name);

function countNames(model: KerasModel, names: Map<string, number>, depth: number): void {
  if (depth > deepest)
    throw new FoveaError('Models lie too deep inside each other.', 'Export the model without nesting models.');
  for (const layer of model.layers) {
    const { name } = new LayerConfig(layer);
    names.set(name, (names.get(name) ?? 0) + 1);
    if (isModel(layer)) countNames(checkKerasModel(layer), names, depth + 1);
  }
}

/** Adds a model's layers; the nodes that give its outputs. `feed` is what a model inside another gets as its input. */
function translateModel(
  model: KerasModel,
  path: readonly string[],
  feed: string | null,
  walk: Walk,
): readonly string[] {
  /** Layer name → nodes that give its outputs. */
  const outputs = new Map<string, readonly string[]>();
  let previous = feed;
  for (const layer of model.layers) {
    const config = new LayerConfig(layer);
    if (previous === null && layer.class_name !== 'InputLayer' && !isModel(layer))
      previous = addInput(config, 'input', walk);
    const inputs = model.sequential && previous !== null ? [previous] : inboundOf(config, outputs);
    const made = translateLayer(config, path, inputs, feed, walk);
    outputs.set(config.name, made);
    previous = made[0] ?? null;
  }
  return outputsOf(model, outputs) ?? (previous === null ? [] : [previous]);
}

/** The outputs that a functional model declares. */
function outputsOf(model: KerasModel, outputs: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  if (model.sequential || model.outputs.length === 0) return null;
  return model.outputs.map(([name, index]) => {
    const found = outputs.get(name)?.[index];
    if (found !== undefined) return found;
    throw new FoveaError(`The model's output ${name} is not among its layers.`, 'Export the model again.');
  });
}

function translateLayer(
  config: LayerConfig,
  path: readonly string[],
  inputs: readonly string[],
  feed: string | null,
  walk: Walk,
): readonly string[] {
  const { layer } = config;
  if (layer.class_name === 'InputLayer') return [feed ?? addInput(config, config.name, walk)];
  if (isModel(layer)) return translateNested(config, path, inputs, walk);
  const translate = ownEntry(translators, layer.class_name);
  if (translate === undefined) throw config.refuse('no rule covers this kind of layer');
  if (inputs.length === 0) throw config.refuse('nothing feeds it');
  const unique = walk.names.get(config.name) === 1;
  const name = unique ? config.name : [...path, config.name].join('/');
  const weightIfAny = (own: string) => findWeight(walk.weights, [...path, config.name], own);
  const weight = (own: string) => {
    const found = weightIfAny(own);
    if (found === null) throw config.refuse(`its weight ${own} is missing`);
    return found;
  };
  return [translate({ config, name, builder: walk.builder, keras3: walk.keras3, inputs, weight, weightIfAny })];
}

/** A model's weights inside another carry its name, or do not: the longest path that fits counts. */
function findWeight(weights: ReadonlyMap<string, Weight>, path: readonly string[], own: string): Weight | null {
  for (let from = 0; from < path.length; from++) {
    const found = weights.get([...path.slice(from), own].join('/'));
    if (found !== undefined) return found;
  }
  return null;
}

function translateNested(
  config: LayerConfig,
  path: readonly string[],
  inputs: readonly string[],
  walk: Walk,
): readonly string[] {
  const model = checkKerasModel(config.layer);
  if (inputs.length > 1 || model.inputs.length > 1) throw config.refuse('it is a model of more than one input');
  return translateModel(model, [...path, config.name], inputs[0] ?? null, walk);
}

/** The one input of the network. */
function addInput(config: LayerConfig, name: string, { builder }: Walk): string {
  if (builder.graph.size > 0) throw config.refuse('the network has more than one input');
  const sizes = config.sizes('batch_input_shape') ?? config.sizes('batch_shape') ?? [];
  const [, height, width, channels] = sizes;
  const nodes = sizes.length === 4 ? pictureInput(name, [height ?? 224, width ?? 224], channels) : null;
  if (nodes === null) throw notAPicture(config);
  for (const node of nodes) builder.add(node);
  return name;
}

function notAPicture(config: LayerConfig) {
  const shape = config.raw('batch_input_shape') ?? config.raw('batch_shape');
  const sides: readonly unknown[] = Array.isArray(shape) && shape.length === 4 ? shape.slice(1, 3) : [];
  if (!sides.some((side) => typeof side === 'number' && side > mostCells))
    return config.refuse('its input is no picture, neither in colour nor grey');
  const [most, ...given] = [mostCells, ...sides].map((side) =>
    typeof side === 'number' ? side.toLocaleString('en') : 'any',
  );
  return config.refuse(
    `its input is ${given.join(' × ')} pixels, and ${most} × ${most} is the most`,
    'Export the model for smaller pictures.',
  );
}

function inboundOf(config: LayerConfig, outputs: ReadonlyMap<string, readonly string[]>): string[] {
  const calls = config.calls();
  if (calls === null) throw config.refuse('its connections are not valid');
  if (calls.length > 1)
    throw config.refuse(
      'it is used more than once',
      'Fovea shows each layer in one place: export the branch of the network that takes one picture.',
    );
  const inputs = (calls[0] ?? []).map(([name, , index]) => ({ name, index }));
  // Arithmetic between layers names its second layer among its keywords.
  const second = config.keyword('y');
  if (Array.isArray(second) && typeof second[0] === 'string')
    inputs.push({ name: second[0], index: Number(second[2] ?? 0) });
  return inputs.map(({ name, index }) => {
    const found = outputs.get(name)?.[index];
    if (found === undefined) throw config.refuse(`it reads ${name}, which does not come before it`);
    return found;
  });
}
