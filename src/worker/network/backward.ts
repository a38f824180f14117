import { breathe } from '../breathe';
import { type Tensor, tidy } from '../kernels/tensor';
import { activationGradient, type ReluRule, type Shares, sumOf } from './activationGradient';
import type { Pass } from './forward';
import type { Node } from './graph';
import { activationOf, ruleOf } from './rules';
import { at } from './rules/rule';

export interface BackwardOptions {
  /** Name of the node whose gradient is wanted; the input if absent. */
  readonly downTo?: string;
  readonly reluRule?: ReluRule;
}

/**
 * d objective / d output of the node `downTo`, given `seed` = d objective / d output of the pass's last node, of that
 * output's shape. Reverse-mode differentiation by the rules of each node; weight gradients are never computed.
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function backward(
  signal: AbortSignal,
  pass: Pass,
  seed: Tensor,
  { downTo, reluRule = 'standard' }: BackwardOptions = {},
): Promise<Tensor> {
  const { plan } = pass;
  const goal = downTo ?? at(plan, 0).name;
  const path = onThePathFrom(plan, goal);
  const gradients = new Map<string, Shares>([[at(plan, plan.length - 1).name, [seed.clone()]]]);
  try {
    for (const node of [...plan].reverse()) {
      if (node.name === goal || !path.has(node.name)) continue;
      const breath = breathe(signal);
      if (breath !== null) await breath;
      const prepared = pass.weights.prepare(signal, node);
      if (prepared !== null) await prepared;
      step(node, pass, gradients, path, reluRule);
    }
    const found = gradients.get(goal);
    if (found === undefined) throw new RangeError(`The objective does not depend on ${goal}.`);
    gradients.delete(goal);
    return joined(found);
  } finally {
    for (const left of gradients.values()) free(left);
  }
}

/** Takes one node's gradient and hands its share to every input on the path. */
function step(
  node: Node,
  pass: Pass,
  gradients: Map<string, Shares>,
  path: ReadonlySet<string>,
  reluRule: ReluRule,
): void {
  const arrived = gradients.get(node.name);
  if (arrived === undefined) return;
  const wanted = node.inputs.map((name) => path.has(name));
  const shares = tidy(() => {
    const output = pass.activation(node.name);
    const inner = activationGradient(activationOf(node), output, arrived, reluRule);
    const inputs = node.inputs.map((name) => pass.activation(name));
    const all = ruleOf(node).backward(node, { inputs, output, gradient: inner, weights: pass.weights, reluRule });
    return all.map((share, i) => (wanted[i] ? ownShare(share, arrived, all.indexOf(share) < i) : null)) as Tensor[];
  });
  gradients.delete(node.name);
  free(arrived);
  for (const [i, name] of node.inputs.entries()) accumulate(gradients, name, shares[i] ?? null);
}

/** One gradient may be the share of several inputs, each with its own life: then a clone, which costs a kernel call. */
function ownShare(share: Tensor | null, arrived: Shares, given: boolean): Tensor | null {
  return share !== null && (given || arrived.includes(share)) ? share.clone() : share;
}

/** Two shares wait side by side, since a ReLU's gate adds them in its own pass; more are added up. */
function accumulate(gradients: Map<string, Shares>, name: string, share: Tensor | null): void {
  if (share === null) return;
  const before = gradients.get(name);
  gradients.set(name, before ? [before.length === 1 ? before[0] : joined(before), share] : [share]);
}

/** The sum, in the place of the shares, which are freed. */
function joined(shares: Shares): Tensor {
  if (shares.length === 1) return shares[0];
  const sum = tidy(() => sumOf(shares));
  free(shares);
  return sum;
}

function free(shares: Shares): void {
  for (const share of shares) share.dispose();
}

function onThePathFrom(plan: readonly Node[], goal: string): Set<string> {
  const found = new Set([goal]);
  for (const node of plan) if (node.inputs.some((name) => found.has(name))) found.add(node.name);
  return found;
}
