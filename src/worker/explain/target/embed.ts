import { FoveaError } from '../../../shared/errors';
import { outputsFor } from '../outputsFor';
import type { Model } from '../question';

/**
 * Embeddings [inputs, dimensions] as the network gives them, several inputs a pass.
 * @param fill writes the network-input values of one input
 * @param onDone hears after each batch how many inputs are done
 * @throws FoveaError if the network has no embedding; the signal's reason when aborted
 */
export async function embed(
  signal: AbortSignal,
  model: Model,
  count: number,
  fill: (index: number, values: Float32Array) => void,
  onDone: (done: number) => void,
): Promise<{ embeddings: Float32Array<ArrayBuffer>; dimensions: number }> {
  const { name, outputs } = model.network;
  if (outputs.embedding === null) {
    throw new FoveaError(`${name} has no layer that tells people apart.`, 'Choose a face-recognition network.');
  }
  const rows = await outputsFor(signal, model, outputs.embedding, count, fill, onDone);
  const dimensions = rows[0]?.length ?? 0;
  const embeddings = new Float32Array(count * dimensions);
  for (const [i, row] of rows.entries()) embeddings.set(row, i * dimensions);
  return { embeddings, dimensions };
}
