import { type Tensor, tidy } from '../../kernels/tensor';
import { forward } from '../../network/forward';
import type { Prepared } from './prepare';

/**
 * The objective, as a scalar tensor, of the image as it stands. One neuron sees another place of a moved image: what it
 * answers there says how far the image was moved, not how well it fits.
 */
export async function valueUnmoved(signal: AbortSignal, prepared: Prepared, parameters: Tensor): Promise<Tensor> {
  const { parameterisation, plan, weights, objective } = prepared;
  const input = tidy(() => parameterisation.toInput(parameters));
  let pass: Awaited<ReturnType<typeof forward>> | null = null;
  try {
    pass = await forward(signal, plan, weights, input);
    const { output } = pass;
    return tidy(() => objective.value(output));
  } finally {
    pass?.dispose();
    input.dispose();
  }
}
