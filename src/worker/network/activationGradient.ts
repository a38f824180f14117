import {
  abs,
  add,
  clipByValue,
  greater,
  mul,
  relu,
  step,
  sub,
  sum,
  type Tensor,
  where,
  zerosLike,
} from '../kernels/tensor';
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
      return reluGradient(step(y), gradient, rule);
    case 'relu6':
      return reluGradient(mul(step(y), step(sub(6, y))), gradient, rule);
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

/** `open` is 1 where the unit lets values through, 0 elsewhere. */
function reluGradient(open: Tensor, gradient: Tensor, rule: ReluRule): Tensor {
  switch (rule) {
    case 'standard':
      return mul(gradient, open);
    case 'guided':
      return mul(relu(gradient), open);
    case 'deconvnet':
      return relu(gradient);
    case 'redirected':
      return redirect(open, gradient);
  }
}

function redirect(open: Tensor, gradient: Tensor): Tensor {
  const passed = mul(gradient, open);
  const perExample = gradient.shape.map((_, axis) => axis).slice(1);
  const passedAnything = greater(sum(abs(passed), perExample, true), 0);
  const upwards = where(greater(open, 0), gradient, relu(gradient));
  return where(passedAnything, passed, add(upwards, zerosLike(passed)));
}
