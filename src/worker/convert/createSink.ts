import { FoveaError } from '../../shared/errors';
import { checkedChunks } from './checkedChunks';
import {
  type EncodedWeight,
  type EncodeWeight,
  encodeFloat32,
  type QuantisedWeight,
  type StoredWeight,
} from './encodeWeight';
import { modelJson } from './modelJson';
import type { WeightSink } from './weightSink';
import type { WeightTarget } from './weightTarget';

/**
 * A sink that checks every value, encodes it and hands it to a target.
 * @param encode how values become bytes
 */
export function createSink(encode: EncodeWeight, target: WeightTarget): WeightSink {
  const stored: StoredWeight[] = [];
  return {
    async add(signal, name, shape, chunks, quantised) {
      if (stored.some((weight) => weight.name === name))
        throw new FoveaError(`The weight ${name} comes twice.`, 'Export the model again.');
      const checked = () => checkedChunks(signal, name, shape, chunks());
      const asItIs = encode === encodeFloat32 && quantised !== undefined;
      const { entry, bytes } = asItIs ? await checkedBytes(checked(), quantised) : await encode(signal, checked, shape);
      for await (const piece of bytes) {
        signal.throwIfAborted();
        await target.write(piece);
      }
      stored.push({ name, shape, ...entry });
    },
    async finish(signal, topology, signature) {
      signal.throwIfAborted();
      return target.finish(modelJson(topology, stored, signature));
    },
    async discard() {
      stored.length = 0;
      await target.discard();
    },
  };
}

/** Bytes that are taken over as they are, once all that they stand for is known to be numbers. */
async function checkedBytes(values: AsyncIterable<Float32Array>, quantised: QuantisedWeight): Promise<EncodedWeight> {
  for await (const _ of values);
  return { entry: quantised.entry, bytes: quantised.bytes() };
}
