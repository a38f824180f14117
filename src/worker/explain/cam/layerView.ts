import { inScope } from '../../kernels/inScope';
import { readValues } from '../../kernels/readValues';
import { tensor } from '../../kernels/tensor';
import { backward } from '../../network/backward';
import { inputOf, type Node } from '../../network/graph';
import { infer } from '../../network/infer';
import { planToAll } from '../../network/plan';
import type { Model, Question } from '../question';
import { type LayerShape, layerShape } from './layerShape';

/** One layer on one input, read back from the device. */
export interface LayerView extends LayerShape {
  /** [height, width, channels]. */
  readonly activations: Float32Array<ArrayBuffer>;
  /** d target / d activations, of the same shape. */
  readonly gradient: Float32Array<ArrayBuffer>;
  /** The target's value. */
  readonly score: number;
}

/**
 * Activations of a layer and the target's gradient there, by one pass forward and one back.
 * @throws FoveaError for a layer without a map or one that the target does not depend on; the signal's reason
 */
export async function layerView(signal: AbortSignal, model: Model, question: Question): Promise<LayerView> {
  const { network, weights } = model;
  const { target, layer } = question;
  const shape = layerShape(network.graph, layer, target.layer);
  return inScope(async (own) => {
    const input = own(tensor(question.input, [1, ...inputOf(network.graph).shape]));
    const plan = planToAll(network.graph, [target.layer, layer]);
    const pass = own(await infer(signal, plan, weights, input, readOnTheWayBack(plan, layer)));
    const output = await readValues(pass.output);
    const seed = own(tensor(target.gradient(output), pass.output.shape));
    const gradient = own(await backward(signal, pass, seed, { downTo: layer }));
    return {
      ...shape,
      activations: await readValues(pass.activation(layer)),
      gradient: await readValues(gradient),
      score: target.value(output),
    };
  });
}

/** Names of the activations that the way back down to the layer needs: outputs and inputs of all that depends on it. */
function readOnTheWayBack(plan: readonly Node[], layer: string): string[] {
  const above = new Set([layer]);
  const read = new Set(above);
  for (const node of plan) {
    if (!node.inputs.some((name) => above.has(name))) continue;
    above.add(node.name);
    for (const name of [node.name, ...node.inputs]) read.add(name);
  }
  return [...read];
}
