import { inScope } from '../../kernels/inScope';
import { readValues } from '../../kernels/readValues';
import { tensor } from '../../kernels/tensor';
import type { ReluRule } from '../../network/activationGradient';
import { backward } from '../../network/backward';
import { forward } from '../../network/forward';
import { inputOf } from '../../network/graph';
import { planTo } from '../../network/plan';
import { imagesAtOnce } from '../batches';
import type { Model } from '../question';
import type { ScalarTarget } from '../target/scalarTarget';

export interface InputGradients {
  readonly model: Model;
  readonly target: ScalarTarget;
  /** How many inputs there are. */
  readonly count: number;
  /** Writes the network-input values of one input, [height, width, 3], into an array. */
  fill(index: number, values: Float32Array): void;
  readonly reluRule?: ReluRule;
}

/**
 * The sum over all inputs of d target / d input, [height, width, 3], and the target's value for each; batch by batch.
 * @param onFraction hears after each batch which share is done, up to 1
 * @throws the signal's reason when aborted
 */
export async function inputGradients(
  signal: AbortSignal,
  { model, target, count, fill, reluRule = 'standard' }: InputGradients,
  onFraction: (fraction: number) => void = () => undefined,
): Promise<{ sum: Float64Array; scores: number[] }> {
  const { network, weights } = model;
  const plan = planTo(network.graph, target.layer);
  const shape = inputOf(network.graph).shape;
  const size = shape[0] * shape[1] * 3;
  const atOnce = imagesAtOnce(plan, 'all');
  const sum = new Float64Array(size);
  const scores: number[] = [];
  while (scores.length < count) {
    const images = Math.min(atOnce, count - scores.length);
    const values = new Float32Array(images * size);
    for (let i = 0; i < images; i++) fill(scores.length + i, values.subarray(i * size, (i + 1) * size));
    await inScope(async (own) => {
      const input = own(tensor(values, [images, ...shape]));
      const pass = own(await forward(signal, plan, weights, input));
      const rows = rowsOf(await readValues(pass.output), images);
      const seeds = Float32Array.from(rows.flatMap((row) => [...target.gradient(row)]));
      const seed = own(tensor(seeds, pass.output.shape));
      const gradients = await readValues(own(await backward(signal, pass, seed, { reluRule })));
      for (const [i, gradient] of gradients.entries()) sum[i % size] = (sum[i % size] ?? 0) + gradient;
      scores.push(...rows.map((row) => target.value(row)));
    });
    onFraction(scores.length / count);
  }
  return { sum, scores };
}

function rowsOf(values: Float32Array, rows: number): Float32Array[] {
  const length = values.length / rows;
  return Array.from({ length: rows }, (_, row) => values.subarray(row * length, (row + 1) * length));
}
