import {
  checkKerasModel,
  type KerasLayer,
  type KerasModel,
  LayerConfig,
} from '../../network/loaders/layersModelSchema';

/** A layer that is no model itself, and where it is. */
export interface PlacedLayer {
  readonly layer: KerasLayer;
  /** Names of the models around it, from the outside inwards, and its own: its weights are named behind it. */
  readonly path: readonly string[];
  /** Kinds of the models around it: `Functional`, `Sequential`. */
  readonly models: readonly string[];
}

const modelKinds = new Set(['Functional', 'Model', 'Sequential']);
export const isModel = ({ class_name }: KerasLayer): boolean => modelKinds.has(class_name);

/** Models within models within models: more is no network but an attack. */
const mostDepth = 8;

/**
 * All layers of a model and of the models inside it, in their order.
 * @throws FoveaError naming one that is no valid model
 */
export function listLayers(
  model: KerasModel,
  path: readonly string[] = [],
  models: readonly string[] = [],
): PlacedLayer[] {
  return model.layers.flatMap((layer) => {
    const config = new LayerConfig(layer);
    const inside = [...path, config.name];
    if (!isModel(layer)) return [{ layer, path: inside, models }];
    if (models.length >= mostDepth) throw config.refuse('too many models lie within each other');
    return listLayers(checkKerasModel(layer), inside, [...models, layer.class_name]);
  });
}
