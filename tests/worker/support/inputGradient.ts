import * as tf from '@tensorflow/tfjs';
import { backward } from '../../../src/worker/network/backward';
import { forward } from '../../../src/worker/network/forward';
import type { LoadedGraph } from '../../../src/worker/network/loadedGraph';
import { planTo } from '../../../src/worker/network/plan';

const signal = new AbortController().signal;

/** By our rules: a layer's output, and the input's gradient of Σ output × seed. */
export async function inputGradient(
  loaded: LoadedGraph,
  layer: string,
  input: tf.Tensor,
  seedOf: (length: number) => Float32Array,
): Promise<{ output: Float32Array; gradient: Float32Array; seed: Float32Array }> {
  const pass = await forward(signal, planTo(loaded.network.graph, layer), loaded.weights, input);
  const output = Float32Array.from(await pass.output.data());
  const seed = seedOf(output.length);
  const seedTensor = tf.tensor(seed, pass.output.shape);
  const found = await backward(signal, pass, seedTensor);
  const gradient = Float32Array.from(await found.data());
  tf.dispose([seedTensor, found]);
  pass.dispose();
  return { output, gradient, seed };
}
