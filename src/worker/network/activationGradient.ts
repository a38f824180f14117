import { gateGradient } from '../kernels/gateGradient';
import { isAllZero } from '../kernels/isAllZero';
import { abs, add, addN, clipByValue, mul, relu, step, sub, sum, type Tensor } from '../kernels/tensor';
import type { Activation } from './graph';

/**
 * What a ReLU does with the gradient on its way back:
 * `standard`: passes it where the output is positive;
 * `redirected`: as standard, but an example whose whole gradient would be stopped gets it wherever it pushes upwards,
 * so that a dead unit can wake (the Lucid library's redirected_relu_grad, for an objective that is maximised);
 * `guided`: passes only positive gradients where the output is positive (Springenberg et al., 2015); `deconvnet`:
 * passes positive gradients wherever they are (Zeiler and Fergus, 2014).
 */
export type ReluRule = 'standard' | 'redirected' | 'guided' | 'deconvnet';

/** The shares of a gradient that come back on different paths; their sum is the gradient. */
export type Shares = readonly [Tensor, ...Tensor[]];

/** The gradient itself; the one share where there is but one. */
export const sumOf = (shares: Shares): Tensor => (shares.length === 1 ? shares[0] : addN([...shares]));

/** d objective / d x from d objective / d y, for y = activation(x), in terms of y alone. */
export function activationGradient(activation: Activation, y: Tensor, shares: Shares, rule: ReluRule): Tensor {
  if (activation === 'relu') return reluGradient(y, shares, Number.POSITIVE_INFINITY, rule);
  if (activation === 'relu6') return reluGradient(y, shares, 6, rule);
  const gradient = sumOf(shares);
  switch (activation) {
    case 'linear':
      return gradient;
    case 'elu':
      return mul(gradient, add(clipByValue(y, -1, 0), 1));
    case 'sigmoid':
      return mul(gradient, mul(y, sub(1, y)));
    case 'tanh':
      return mul(gradient, sub(1, mul(y, y)));
    case 'softmax':
      return mul(y, sub(gradient, sum(mul(gradient, y), -1, true)));
  }
}

/** The unit lets values through where 0 < y < ceiling. */
function reluGradient(y: Tensor, shares: Shares, ceiling: number, rule: ReluRule): Tensor {
  switch (rule) {
    case 'standard':
      return gate(y, shares, ceiling);
    case 'guided':
      return gateGradient(relu(sumOf(shares)), y, ceiling);
    case 'deconvnet':
      return relu(sumOf(shares));
    case 'redirected':
      return redirect(gate(y, shares, ceiling), shares);
  }
}

/** Two shares are added in the same pass. */
function gate(y: Tensor, shares: Shares, ceiling: number): Tensor {
  const [first, second] = shares;
  return shares.length === 2 ? gateGradient(first, y, ceiling, second) : gateGradient(sumOf(shares), y, ceiling);
}

/** For every example of the batch: what passed, or, if nothing did, what pushes upwards. */
export function redirect(passed: Tensor, shares: Shares): Tensor {
  // Nearly always something passes: one look at the memory in place of five passes over it.
  if (passed.shape[0] === 1 && isAllZero(passed) === false) return passed;
  const gradient = sumOf(shares);
  const perExample = gradient.shape.map((_, axis) => axis).slice(1);
  const stopped = sub(1, step(sum(abs(passed), perExample, true)));
  return add(passed, mul(relu(gradient), stopped));
}
