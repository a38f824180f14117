import { inScope } from '../kernels/inScope';
import { readValues } from '../kernels/readValues';
import { tensor } from '../kernels/tensor';
import { inputOf } from '../network/graph';
import { infer } from '../network/infer';
import { planTo } from '../network/plan';
import { imagesAtOnce } from './batches';
import type { Model } from './question';

/**
 * The outputs [units] of one layer for many inputs, batch by batch. Inputs are asked for as they are needed, so that they
 * never stand in memory all together.
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
  const { network, weights } = model;
  const plan = planTo(network.graph, layer);
  const shape = inputOf(network.graph).shape;
  const size = shape[0] * shape[1] * 3;
  const atOnce = imagesAtOnce(plan, 'between');
  const outputs: Float32Array<ArrayBuffer>[] = [];
  while (outputs.length < count) {
    const images = Math.min(atOnce, count - outputs.length);
    const values = new Float32Array(images * size);
    for (let i = 0; i < images; i++) fill(outputs.length + i, values.subarray(i * size, (i + 1) * size));
    const rows = await inScope(async (own) => {
      const input = own(tensor(values, [images, ...shape]));
      return readValues(own(await infer(signal, plan, weights, input, [layer])).output);
    });
    const units = rows.length / images;
    for (let i = 0; i < images; i++) outputs.push(rows.slice(i * units, (i + 1) * units));
    onDone(outputs.length);
  }
  return outputs;
}
