import { outputBatches } from './outputBatches';
import type { Model } from './question';

/**
 * The outputs [units] of one layer for many inputs, batch by batch, all together.
 * @param fill writes the network-input values of one input, [height, width, 3], into an array of zeros
 * @param onDone hears after each batch how many inputs are done
 * @throws the signal's reason when aborted
 */
export async function outputsFor(
  signal: AbortSignal,
  model: Model,
  layer: string,
  count: number,
  fill: (index: number, values: Float32Array) => void,
  onDone: (done: number) => void = () => undefined,
): Promise<Float32Array<ArrayBuffer>[]> {
  const outputs: Float32Array<ArrayBuffer>[] = [];
  for await (const batch of outputBatches(signal, model, layer, count, fill)) {
    outputs.push(...batch);
    onDone(outputs.length);
  }
  return outputs;
}
