import { breathe } from '../breathe';
import { type Tensor, tidy } from '../kernels/tensor';
import type { DeviceWeights } from './deviceWeights';
import type { Node } from './graph';
import { ruleOf } from './rules';
import { at } from './rules/rule';

/** The activations of one run through a plan, kept for the way back. Whoever holds it disposes of it. */
export class Pass {
  constructor(
    readonly plan: readonly Node[],
    readonly weights: DeviceWeights,
    readonly activations: Map<string, Tensor>,
  ) {}

  /** The output of a node, with a batch dimension. */
  activation(name: string): Tensor {
    const found = this.activations.get(name);
    if (found === undefined) throw new RangeError(`The pass did not compute ${name}.`);
    return found;
  }

  /** The output of the plan's last node. */
  get output(): Tensor {
    return this.activation(at(this.plan, this.plan.length - 1).name);
  }

  /** Frees all activations but the input, which belongs to the caller. */
  dispose(): void {
    const [input] = this.plan;
    for (const [name, tensor] of this.activations) if (name !== input?.name) tensor.dispose();
    this.activations.clear();
  }
}

/**
 * Runs a plan on input values [batch, height, width, 3] and keeps every activation.
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function forward(
  signal: AbortSignal,
  plan: readonly Node[],
  weights: DeviceWeights,
  input: Tensor,
): Promise<Pass> {
  const pass = new Pass(plan, weights, new Map());
  try {
    for (const node of plan) {
      const breath = breathe(signal);
      if (breath !== null) await breath;
      if (node.kind === 'input') pass.activations.set(node.name, input);
      else {
        const prepared = weights.prepare(signal, node);
        if (prepared !== null) await prepared;
        pass.activations.set(node.name, compute(node, pass));
      }
    }
    return pass;
  } catch (error) {
    pass.dispose();
    throw error;
  }
}

function compute(node: Node, pass: Pass): Tensor {
  const inputs = node.inputs.map((name) => pass.activation(name));
  return tidy(() => ruleOf(node).forward(node, inputs, pass.weights));
}
