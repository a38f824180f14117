import { FoveaError } from '../../shared/errors';
import { checkedChunks } from './checkedChunks';
import type { EncodeWeight, StoredWeight } from './encodeWeight';
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
    async add(signal, name, shape, chunks) {
      if (stored.some((weight) => weight.name === name))
        throw new FoveaError(`The weight ${name} comes twice.`, 'Export the model again.');
      const { entry, bytes } = await encode(signal, () => checkedChunks(signal, name, shape, chunks()), shape);
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
