import * as v from 'valibot';
import {
  checkKerasModel,
  type KerasLayer,
  type KerasModel,
  LayerConfig,
} from '../../network/loaders/layersModelSchema';
import { normaliseLayer } from './normaliseLayer';

/** A layer of a model that holds no models any longer, and where it was before. */
export interface FlatLayer {
  readonly layer: KerasLayer;
  /** Names of the models around it, from the outside inwards, and its own. */
  readonly path: readonly string[];
  /** Kinds of the models around it: `Functional`, `Sequential`. */
  readonly models: readonly string[];
}

export interface FlatModel {
  readonly sequential: boolean;
  readonly layers: readonly FlatLayer[];
}

const modelKinds = new Set(['Functional', 'Model', 'Sequential']);
const isModel = ({ class_name }: KerasLayer) => modelKinds.has(class_name);

/** Models within models within models: more is no network but an attack. */
const mostDepth = 8;

/**
 * The layers of a Keras model in Keras 2's form, with the layers of a model inside it in that one's place: what
 * transfer learning makes.
 * @throws FoveaError naming the layer that cannot be put so
 */
export function flattenModel(model: KerasModel): FlatModel {
  const layers = model.layers.map(normaliseLayer);
  if (!layers.some(isModel))
    return {
      sequential: model.sequential,
      layers: layers.map((layer) => ({ layer, path: [nameOf(layer)], models: [] })),
    };
  const into = new Inliner();
  into.add({ ...model, layers }, null, { names: [], kinds: [] });
  return { sequential: false, layers: into.layers };
}

const nameOf = (layer: KerasLayer) => new LayerConfig(layer).name;

/** The models around a layer. */
interface Around {
  readonly names: readonly string[];
  readonly kinds: readonly string[];
}

/** Puts models one after the other, each with its connections to those around it. */
class Inliner {
  readonly layers: FlatLayer[] = [];
  readonly #taken = new Set<string>();

  /** @returns the layer that gives the model's output */
  add(model: KerasModel, input: string | null, around: Around): string {
    /** A layer's name in this model → its name in the flat one. */
    const outputs = new Map<string, string>();
    let previous = input;
    for (const given of model.layers) {
      const layer = normaliseLayer(given);
      const name = nameOf(layer);
      if (layer.class_name === 'InputLayer' && input !== null) previous = input;
      else if (isModel(layer)) previous = this.#addModel(layer, this.#feeding(layer, model, previous, outputs), around);
      else {
        if (previous === null && layer.class_name !== 'InputLayer') previous = this.#addInput(layer);
        const inputs = layer.class_name === 'InputLayer' ? [] : this.#feeding(layer, model, previous, outputs);
        previous = this.#push(layer, inputs, around);
      }
      outputs.set(name, previous);
    }
    if (previous === null) throw new RangeError('The model has no layers.');
    return previous;
  }

  #addModel(layer: KerasLayer, inputs: readonly string[], { names, kinds }: Around): string {
    const config = new LayerConfig(layer);
    if (kinds.length >= mostDepth) throw config.refuse('too many models lie within each other');
    if (inputs.length > 1) throw config.refuse('a model within the model has several inputs');
    const inner = checkKerasModel({ class_name: layer.class_name, config: layer.config });
    const outputs = v.safeParse(v.array(v.unknown()), layer.config.output_layers);
    if (outputs.success && Array.isArray(outputs.output[0]) && outputs.output.length > 1)
      throw config.refuse('a model within the model has several outputs');
    return this.add(inner, inputs[0] ?? null, { names: [...names, config.name], kinds: [...kinds, layer.class_name] });
  }

  /** What feeds a layer, by the names in the flat model. */
  #feeding(
    layer: KerasLayer,
    model: KerasModel,
    previous: string | null,
    outputs: ReadonlyMap<string, string>,
  ): readonly string[] {
    if (model.sequential) return previous === null ? [] : [previous];
    const config = new LayerConfig(layer);
    if (layer.inbound_nodes.length > 1) throw config.refuse('it is used more than once');
    const [call = []] = layer.inbound_nodes;
    const inbound = v.safeParse(v.array(v.looseTuple([v.string()])), call);
    if (!inbound.success) throw config.refuse('its connections are not valid');
    return inbound.output.map(([name]) => {
      const output = outputs.get(name);
      if (output === undefined) throw config.refuse(`it reads ${name}, which does not come before it`);
      return output;
    });
  }

  /** A sequential model may name its input's shape on its first layer. */
  #addInput(first: KerasLayer): string {
    const config = { name: 'input', batch_input_shape: first.config.batch_input_shape };
    return this.#push({ class_name: 'InputLayer', name: 'input', config, inbound_nodes: [] }, [], {
      names: [],
      kinds: [],
    });
  }

  #push(layer: KerasLayer, inputs: readonly string[], { names, kinds }: Around): string {
    const own = nameOf(layer);
    const path = [...names, own];
    let name = own;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${own}_${number}`;
    this.#taken.add(name);
    const inbound = inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])];
    const flat = { ...layer, name, config: { ...layer.config, name }, inbound_nodes: inbound };
    this.layers.push({ layer: flat, path, models: kinds });
    return name;
  }
}
