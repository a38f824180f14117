import { breathe } from '../breathe';
import { type Tensor, tidy } from '../kernels/tensor';
import type { DeviceWeights } from './deviceWeights';
import { Pass } from './forward';
import type { Node } from './graph';
import { ruleOf } from './rules';

/**
 * Runs a plan on input values [batch, height, width, 3] and keeps the `wanted` activations alone; each other one is
 * freed after its last reader. For passes without a way back, or with a short one.
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function infer(
  signal: AbortSignal,
  plan: readonly Node[],
  weights: DeviceWeights,
  input: Tensor,
  wanted: readonly string[],
): Promise<Pass> {
  const pass = new Pass(plan, weights, new Map());
  const readers = countReaders(plan);
  try {
    for (const node of plan) {
      await breathe(signal);
      if (node.kind === 'input') pass.activations.set(node.name, input);
      else {
        await weights.prepare(signal, node);
        pass.activations.set(node.name, compute(node, pass));
        release(node, pass, readers, wanted);
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
  return tidy(() => {
    const output = ruleOf(node).forward(node, inputs, pass.weights);
    // A linear activation hands its input on; each name has a life of its own here.
    return inputs.includes(output) ? output.clone() : output;
  });
}

function countReaders(plan: readonly Node[]): Map<string, number> {
  const readers = new Map<string, number>();
  for (const node of plan) for (const name of node.inputs) readers.set(name, (readers.get(name) ?? 0) + 1);
  return readers;
}

/** Frees what this node was the last to read; the input belongs to the caller. */
function release(node: Node, pass: Pass, readers: Map<string, number>, wanted: readonly string[]): void {
  for (const name of node.inputs) {
    const left = (readers.get(name) ?? 0) - 1;
    readers.set(name, left);
    if (left > 0 || wanted.includes(name) || name === pass.plan[0]?.name) continue;
    pass.activation(name).dispose();
    pass.activations.delete(name);
  }
}
