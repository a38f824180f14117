import type { Picture } from '../../shared/ascent';
import { infer } from '../network/infer';
import { inputTensor } from '../network/inputTensor';
import type { LoadedGraph } from '../network/loadedGraph';
import { planTo } from '../network/plan';

/**
 * The values of one layer for a batch of pictures of the network's own size, [pictures, …] row-major.
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function runNetwork(
  signal: AbortSignal,
  { network, weights }: LoadedGraph,
  layer: string,
  pictures: readonly Picture[],
): Promise<Float32Array> {
  signal.throwIfAborted();
  const input = inputTensor(pictures, network.preprocessing);
  try {
    // Only the output is kept: the detector's activations together take 100 MB.
    const pass = await infer(signal, planTo(network.graph, layer), weights, input, [layer]);
    try {
      return Float32Array.from(await pass.output.data());
    } finally {
      pass.dispose();
    }
  } finally {
    input.dispose();
  }
}
