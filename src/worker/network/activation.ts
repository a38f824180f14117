import type { FusedActivation } from '../kernels/convolution';
import { elu, relu, relu6, sigmoid, softmax, type Tensor, tanh } from '../kernels/tensor';
import type { Activation } from './graph';

/** y = activation(x), any shape; softmax over the last dimension. */
export function activate(x: Tensor, activation: Activation): Tensor {
  switch (activation) {
    case 'linear':
      return x;
    case 'relu':
      return relu(x);
    case 'relu6':
      return relu6(x);
    case 'elu':
      return elu(x);
    case 'sigmoid':
      return sigmoid(x);
    case 'tanh':
      return tanh(x);
    case 'softmax':
      return softmax(x);
  }
}

/** Splits an activation into what a convolution kernel applies by itself and what has to follow it. */
export function splitActivation(activation: Activation): { fused: FusedActivation; after: Activation } {
  return activation === 'tanh' || activation === 'softmax'
    ? { fused: 'linear', after: activation }
    : { fused: activation, after: 'linear' };
}
