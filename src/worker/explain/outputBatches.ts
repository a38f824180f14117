import { inScope } from '../kernels/inScope';
import { readValues } from '../kernels/readValues';
import { tensor } from '../kernels/tensor';
import { inputOf } from '../network/graph';
import { infer } from '../network/infer';
import { planTo } from '../network/plan';
import { imagesAtOnce } from './batches';
import type { Model } from './question';

/**
 * The outputs [units] of one layer for many inputs, a batch at a time, in order. Inputs are asked for as they are
 * needed, so that they never stand in memory all together; no tensor lives between two batches.
 * @param fill writes the network-input values of one input, [height, width, 3], into an array of zeros
 * @throws the signal's reason when aborted
 */
export async function* outputBatches(
  signal: AbortSignal,
  { network, weights }: Model,
  layer: string,
  count: number,
  fill: (index: number, values: Float32Array) => void,
): AsyncGenerator<Float32Array<ArrayBuffer>[], void> {
  const plan = planTo(network.graph, layer);
  const shape = inputOf(network.graph).shape;
  const size = shape[0] * shape[1] * 3;
  const atOnce = imagesAtOnce(plan, 'between');
  for (let first = 0; first < count; first += atOnce) {
    const images = Math.min(atOnce, count - first);
    const values = new Float32Array(images * size);
    for (let i = 0; i < images; i++) fill(first + i, values.subarray(i * size, (i + 1) * size));
    const rows = await inScope(async (own) => {
      const input = own(tensor(values, [images, ...shape]));
      return readValues(own(await infer(signal, plan, weights, input, [layer])).output);
    });
    const units = rows.length / images;
    yield Array.from({ length: images }, (_, i) => rows.slice(i * units, (i + 1) * units));
  }
}
