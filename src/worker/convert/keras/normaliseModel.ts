import * as v from 'valibot';
import { checkKerasModel } from '../../network/loaders/layersModelSchema';
import { isModel } from './listLayers';
import { normaliseLayer } from './normaliseLayer';

/** Models lie within models: far deeper than any network does, and not as deep as the stack. */
const mostDepth = 8;

const ends = v.object({
  name: v.optional(v.string(), 'model'),
  input_layers: v.optional(v.unknown()),
  output_layers: v.optional(v.unknown()),
});

/** A model of Keras 2 or 3 as Keras 2 and TensorFlow.js write it, with the models inside it. @throws FoveaError */
export function normaliseModel(given: unknown, depth = 0): { readonly class_name: string; readonly config: object } {
  const model = checkKerasModel(given);
  const layers = model.layers.map((layer) => {
    const plain = normaliseLayer(layer);
    if (!isModel(plain) || depth >= mostDepth) return plain;
    return { ...plain, ...normaliseModel(plain, depth + 1) };
  });
  const config = v.safeParse(v.object({ config: ends }), given);
  const class_name = model.sequential ? 'Sequential' : 'Functional';
  return { class_name, config: { ...(config.success ? config.output.config : {}), layers } };
}
