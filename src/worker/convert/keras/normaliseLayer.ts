import * as v from 'valibot';
import { type KerasLayer, LayerConfig } from '../../network/loaders/layersModelSchema';

/** Keras 3 writes a tensor as its history: layer, node, tensor. */
const tensorSchema = v.object({
  class_name: v.literal('__keras_tensor__'),
  config: v.object({ keras_history: v.tuple([v.string(), v.number(), v.number()]) }),
});
const callSchema = v.object({ args: v.array(v.unknown()), kwargs: v.optional(v.record(v.string(), v.unknown()), {}) });

/** Values that Keras 3 wraps and Keras 2 writes plainly. */
const wrappers = v.union([
  v.pipe(
    v.object({ class_name: v.literal('__tuple__'), items: v.array(v.unknown()) }),
    v.transform(({ items }) => items),
  ),
  v.pipe(
    v.object({ class_name: v.literal('DTypePolicy'), config: v.object({ name: v.string() }) }),
    v.transform(({ config }) => config.name),
  ),
  // A function of Keras by its name: one of somebody else stays wrapped, and no rule knows it.
  v.pipe(
    v.object({ module: v.literal('builtins'), class_name: v.literal('function'), config: v.string() }),
    v.transform(({ config }) => config),
  ),
]);

/**
 * A layer as Keras 2 and TensorFlow.js write it; one of Keras 3 wraps data types and connections differently.
 * @throws FoveaError naming a layer that is called with more than tensors
 */
export function normaliseLayer(layer: KerasLayer): KerasLayer {
  const { batch_shape: shape, ...rest } = layer.config;
  const config = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, unwrap(value)]));
  const name = layer.name ?? (typeof config.name === 'string' ? config.name : undefined);
  return {
    class_name: layer.class_name,
    ...(name === undefined ? {} : { name }),
    config: shape === undefined ? config : { ...config, batch_input_shape: unwrap(shape) },
    inbound_nodes: layer.inbound_nodes.map((node) => normaliseCall(layer, node)),
  };
}

function unwrap(value: unknown): unknown {
  const parsed = v.safeParse(wrappers, value);
  return parsed.success ? parsed.output : value;
}

/** Keras 2's lists stay as they are; `layersModel` checks them. */
function normaliseCall(layer: KerasLayer, node: unknown): unknown {
  const call = v.safeParse(callSchema, node);
  if (!call.success) return node;
  const tensors = call.output.args.flatMap((argument) => (Array.isArray(argument) ? argument : [argument]));
  return tensors.map((tensor) => {
    const parsed = v.safeParse(tensorSchema, tensor);
    if (!parsed.success)
      throw new LayerConfig(layer).refuse('it is called with something else than the output of layers');
    return [...parsed.output.config.keras_history, {}];
  });
}
