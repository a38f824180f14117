import { FoveaError } from '../../shared/errors';
import { checkedChunks } from './checkedChunks';
import { type EncodeWeight, encodeFloat32, type StoredWeight } from './encodeWeight';
import { modelJson, weightsFile } from './modelJson';
import type { WeightSink } from './weightSink';

/** Bytes that are gathered before the browser takes them over as a blob. */
const pieceBytes = 8 * 2 ** 20;

/**
 * A sink that keeps the network in blobs: the browser holds them outside this thread's memory, on its disk if there are
 * many, and they outlive the worker that made them.
 * @param encode how values become bytes
 */
export function createMemorySink(encode: EncodeWeight = encodeFloat32): WeightSink {
  let pieces: Blob[] = [];
  let gathered: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const stored: StoredWeight[] = [];

  const flush = () => {
    if (gathered.length > 0) pieces.push(new Blob(gathered));
    gathered = [];
    size = 0;
  };

  return {
    async add(signal, name, shape, chunks) {
      if (stored.some((weight) => weight.name === name))
        throw new FoveaError(`The weight ${name} comes twice.`, 'Export the model again.');
      const { entry, bytes } = await encode(signal, () => checkedChunks(signal, name, shape, chunks()));
      for await (const piece of bytes) {
        signal.throwIfAborted();
        gathered.push(piece);
        size += piece.byteLength;
        if (size >= pieceBytes) flush();
      }
      stored.push({ name, shape, ...entry });
    },
    async finish(signal, topology) {
      signal.throwIfAborted();
      flush();
      const json = modelJson(topology, stored);
      return [new File([json], 'model.json', { type: 'application/json' }), new File(pieces, weightsFile)];
    },
    async discard() {
      pieces = [];
      gathered = [];
      stored.length = 0;
    },
  };
}
