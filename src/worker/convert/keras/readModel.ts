import { FoveaError } from '../../../shared/errors';
import { checkKerasModel } from '../../network/loaders/layersModelSchema';
import type { ForeignNetwork, ForeignWeight } from '../foreignNetwork';
import { canonicalNames } from './canonicalNames';
import type { LayerWeights } from './layerWeights';
import { listLayers, type PlacedLayer } from './listLayers';
import { nameWeights } from './nameWeights';
import { normaliseModel } from './normaliseModel';
import { refuseLambda } from './refuseLambda';

/**
 * Finds the weights of layers in a file, once all layers that have weights are known.
 * @param all layers of the model, those without weights included
 * @throws FoveaError naming a layer that has weights in the file and is none of the model's
 */
export type FindWeights = (
  weighty: readonly PlacedLayer[],
  all: readonly PlacedLayer[],
) => (layer: PlacedLayer) => LayerWeights | null;

/** What a file says of a model. */
export interface Description {
  /** `{ class_name, config }`, of Keras 2 or 3. */
  readonly config: unknown;
  /** Of Keras; a few functions have changed between its versions. */
  readonly version: string;
}

/**
 * A Keras model from its description and the weights in its file.
 * @throws FoveaError naming the layer that holds code, or whose weights are missing
 */
export function readModel({ config, version }: Description, find: FindWeights): ForeignNetwork {
  const plain = normaliseModel(config);
  const layers = listLayers(checkKerasModel(plain));
  refuseLambda({ layers: layers.map(({ layer }) => layer) });
  const weighty = layers.filter(({ layer }) => namesOf(layer).length > 0);
  const weightsOf = find(weighty, layers);
  const weights = weighty.flatMap((placed) => ownWeights(placed, weightsOf(placed)));
  const topology = { keras_version: version, backend: 'tensorflow', model_config: plain };
  return { format: 'Keras model', architecture: null, topology, weights };
}

const namesOf = ({ class_name, config }: PlacedLayer['layer']) => canonicalNames(class_name, config);

function ownWeights({ layer, path }: PlacedLayer, found: LayerWeights | null): ForeignWeight[] {
  const name = path.join('/');
  if (found !== null) return nameWeights(name, namesOf(layer), found);
  throw new FoveaError(
    `The weights of layer ${name} (${layer.class_name}) are not in the file.`,
    'The file is damaged or was saved without them: save the whole model again with model.save.',
  );
}
