import { add, mul, prelu as preluTensor, relu, step, sub, type Tensor } from '../../kernels/tensor';
import { type ReluRule, redirect } from '../activationGradient';
import type { PointwiseNode, PreluNode } from '../graph';
import { applyPointwise, type Pointwise, pointwiseSlope } from '../pointwise';
import { at, type Rule } from './rule';

/** A function of each value, without weights. */
export const pointwise: Rule<PointwiseNode> = {
  shape: (_, inputs) => at(inputs, 0),
  forward: (node, inputs) => applyPointwise(at(inputs, 0), node.operation),
  backward: (node, { inputs, output, gradient, reluRule }) => {
    const slope = () => pointwiseSlope(node.operation, at(inputs, 0), output);
    return [isRectifier(node.operation) ? rectified(gradient, slope, reluRule) : mul(gradient, slope())];
  },
};

/** x where x > 0, x × slope elsewhere; the slopes are weights. */
export const prelu: Rule<PreluNode> = {
  shape: (_, inputs) => at(inputs, 0),
  forward: (node, inputs, weights) => preluTensor(at(inputs, 0), weights.tensor(node.slope)),
  backward: (node, { inputs, gradient, weights, reluRule }) => {
    const positive = step(at(inputs, 0));
    const slope = () => add(positive, mul(sub(1, positive), weights.tensor(node.slope)));
    return [rectified(gradient, slope, reluRule)];
  },
};

/** Kinds of ReLU: guided backpropagation and its kin speak of these alone. Smooth functions keep their own slope. */
const isRectifier = ({ name }: Pointwise) => name === 'rectify';

/**
 * The rules that swap a ReLU's gradient, for one whose closed side may leak: `guided` takes the positive gradients
 * alone, times the unit's slope; `deconvnet` hands the positive ones on wherever they are.
 */
function rectified(gradient: Tensor, slope: () => Tensor, rule: ReluRule): Tensor {
  switch (rule) {
    case 'standard':
      return mul(gradient, slope());
    case 'guided':
      return mul(relu(gradient), slope());
    case 'deconvnet':
      return relu(gradient);
    case 'redirected':
      return redirect(mul(gradient, slope()), [gradient]);
  }
}
