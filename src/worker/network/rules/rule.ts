import type { Shape, Tensor } from '../../kernels/tensor';
import type { ReluRule } from '../activationGradient';
import type { DeviceWeights } from '../deviceWeights';
import type { Node } from '../graph';

/** What a backward rule gets to see. Tensors have a batch dimension in front. */
export interface BackwardContext {
  readonly inputs: readonly Tensor[];
  readonly output: Tensor;
  /** d objective / d output, before the node's own activation (the caller has taken that back already). */
  readonly gradient: Tensor;
  readonly weights: DeviceWeights;
  /** For nodes that are a kind of ReLU themselves. */
  readonly reluRule: ReluRule;
}

/** How one kind of node computes and differentiates. Called inside a tidy: only the result survives. */
export interface Rule<N extends Node> {
  /** Shape of the output for given input shapes, all without batch. A size of 0 or less means: does not fit. */
  shape(node: N, inputs: readonly Shape[]): Shape;
  /** Output, activation included. */
  forward(node: N, inputs: readonly Tensor[], weights: DeviceWeights): Tensor;
  /** d objective / d input, for each input; null where nothing flows. */
  backward(node: N, context: BackwardContext): readonly (Tensor | null)[];
}

/** The i-th element, which the graph's checks guarantee. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`There is no element ${index} among ${list.length}.`);
  return found;
}
