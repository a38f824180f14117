import { gateGradient } from '../kernels/gateGradient';
import { isAllZero } from '../kernels/isAllZero';
import { abs, add, clipByValue, mul, relu, step, sub, sum, type Tensor } from '../kernels/tensor';
import type { Activation } from './graph';

/**
 * What a ReLU does with the gradient on its way back:
 * `standard`: passes it where the output is positive;
 * `redirected`: as standard, but an example whose whole gradient would be stopped gets it wherever it pushes upwards, so
 * that a dead unit can wake (the Lucid library's redirected_relu_grad, for an objective that is maximised);
 * `guided`: passes only positive gradients where the output is positive (Springenberg et al., 2015);
 * `deconvnet`: passes positive gradients wherever they are (Zeiler and Fergus, 2014).
 */
export type ReluRule = 'standard' | 'redirected' | 'guided' | 'deconvnet';

/** d objective / d x from d objective / d y, for y = activation(x), in terms of y alone. */
export function activationGradient(activation: Activation, y: Tensor, gradient: Tensor, rule: ReluRule): Tensor {
  switch (activation) {
    case 'linear':
      return gradient;
    case 'relu':
      return reluGradient(y, gradient, Number.POSITIVE_INFINITY, rule);
    case 'relu6':
      return reluGradient(y, gradient, 6, rule);
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
function reluGradient(y: Tensor, gradient: Tensor, ceiling: number, rule: ReluRule): Tensor {
  switch (rule) {
    case 'standard':
      return gateGradient(gradient, y, ceiling);
    case 'guided':
      return gateGradient(relu(gradient), y, ceiling);
    case 'deconvnet':
      return relu(gradient);
    case 'redirected':
      return redirect(gateGradient(gradient, y, ceiling), gradient);
  }
}

/** For every example of the batch: what passed, or, if nothing did, what pushes upwards. */
export function redirect(passed: Tensor, gradient: Tensor): Tensor {
  // Nearly always something passes: one look at the memory in place of five passes over it.
  if (gradient.shape[0] === 1 && isAllZero(passed) === false) return passed;
  const perExample = gradient.shape.map((_, axis) => axis).slice(1);
  const stopped = sub(1, step(sum(abs(passed), perExample, true)));
  return add(passed, mul(relu(gradient), stopped));
}
