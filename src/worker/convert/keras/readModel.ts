import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import { checkKerasModel, type KerasLayer } from '../../network/loaders/layersModelSchema';
import type { ForeignNetwork, ForeignWeight } from '../foreignNetwork';
import { canonicalNames } from './canonicalNames';
import { type FlatLayer, flattenModel } from './flattenModel';
import type { LayerWeights } from './layerWeights';
import { nameWeights } from './nameWeights';
import { refuseLambda } from './refuseLambda';

/** Finds the weights of layers in a file, once all layers that have weights are known. */
export type FindWeights = (layers: readonly FlatLayer[]) => (layer: FlatLayer) => LayerWeights | null;

/**
 * A Keras model from its configuration and the weights in its file.
 * @param config `{ class_name, config }`, of Keras 2 or 3
 * @throws FoveaError naming the layer that holds code, whose weights are missing, or whose shape is another
 */
export function readModel(format: string, config: unknown, find: FindWeights): ForeignNetwork {
  const model = checkKerasModel(config);
  refuseLambda(model);
  const { sequential, layers } = flattenModel(model);
  refuseLambda({ layers: layers.map(({ layer }) => layer) });
  const weighty = layers.filter(({ layer }) => canonicalNames(layer.class_name, layer.config) !== null);
  const weightsOf = find(weighty);
  const weights = weighty.flatMap((flat) => ownWeights(flat, weightsOf(flat)));
  const flat = layers.map(({ layer }) => layer);
  return { format, architecture: null, topology: topologyOf(config, sequential, flat), weights };
}

function ownWeights(flat: FlatLayer, found: LayerWeights | null): ForeignWeight[] {
  const { layer } = flat;
  const name = layer.name ?? flat.path.join('/');
  const names = canonicalNames(layer.class_name, layer.config) ?? [];
  if (found === null) {
    throw new FoveaError(
      `The weights of layer ${name} (${layer.class_name}) are not in the file.`,
      'The file is damaged or was saved without them: save the whole model again with model.save.',
    );
  }
  return nameWeights(name, names, found);
}

const named = v.object({ config: v.object({ name: v.string() }) });
const call = v.array(v.looseTuple([v.string()]));

/** A configuration of these layers, in the form of Keras 2; its outputs are what no layer reads. */
function topologyOf(given: unknown, sequential: boolean, layers: readonly KerasLayer[]): unknown {
  const parsed = v.safeParse(named, given);
  const name = parsed.success ? parsed.output.config.name : 'model';
  if (sequential) return { class_name: 'Sequential', config: { name, layers } };
  const calls = layers.flatMap(({ inbound_nodes: nodes }) => nodes.map((node) => v.safeParse(call, node)));
  const read = new Set(calls.flatMap(({ success, output }) => (success ? output.map(([source]) => source) : [])));
  const references = (some: readonly KerasLayer[]) => some.map((layer) => [layer.name, 0, 0]);
  const inputs = references(layers.filter(({ class_name }) => class_name === 'InputLayer'));
  const outputs = references(layers.filter((layer) => !read.has(layer.name ?? '')));
  return { class_name: 'Functional', config: { name, layers, input_layers: inputs, output_layers: outputs } };
}
