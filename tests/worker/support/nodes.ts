/** One random node of each kind that is tested, together with its inputs' shapes and TensorFlow.js's own version of it. */
import * as tf from '@tensorflow/tfjs';
import { createRandom, normal } from '../../../src/shared/random';
import type { Node, Weight } from '../../../src/worker/network/graph';

export interface NodeCase {
  readonly title: string;
  readonly node: Node;
  /** Without batch. */
  readonly inputs: readonly (readonly number[])[];
  /** The same computation in plain TensorFlow.js operations. */
  readonly reference: (...inputs: tf.Tensor[]) => tf.Tensor;
}

export interface Sizes {
  readonly height: number;
  readonly width: number;
  readonly channelsIn: number;
  readonly channelsOut: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: 'same' | 'valid';
  readonly activation: 'linear' | 'relu' | 'relu6' | 'sigmoid' | 'tanh' | 'elu';
  readonly seed: number;
}

const asTensor = (weight: Weight) => tf.tensor(weight.values, [...weight.shape]);
const activations: Record<Sizes['activation'], (x: tf.Tensor) => tf.Tensor> = {
  linear: (x) => x,
  relu: (x) => tf.relu(x),
  relu6: (x) => tf.relu6(x),
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  elu: (x) => tf.elu(x),
};

export function weightsFrom(seed: number): (...shape: number[]) => Weight {
  const random = createRandom(seed);
  return (...shape) => {
    const size = shape.reduce((a, b) => a * b, 1);
    return { shape, values: Float32Array.from({ length: size }, () => normal(random) * 0.5) };
  };
}

const base = (inputs: string[]) => ({ name: 'tested', inputs, parameters: 0, listed: true });

/** All node kinds with weights or windows, for random sizes. */
export function windowCases(sizes: Sizes): NodeCase[] {
  const { height, width, channelsIn, channelsOut, kernel, stride, padding, activation, seed } = sizes;
  const weight = weightsFrom(seed);
  const apply = activations[activation];
  const window = { strides: [stride, stride] as const, dilations: [1, 1] as const, padding, activation };
  const input = [height, width, channelsIn];
  const filter = weight(kernel, kernel, channelsIn, channelsOut);
  const bias = weight(channelsOut);
  const depthwise = weight(kernel, kernel, channelsIn, 2);
  const depthwiseBias = weight(channelsIn * 2);
  const pool = { size: [kernel, kernel] as const, strides: [stride, stride] as const, padding };
  const dense = weight(channelsIn, channelsOut);
  return [
    {
      title: 'conv2d',
      node: { ...base(['in0']), ...window, kind: 'conv2d', filter, bias },
      inputs: [input],
      reference: (x) =>
        apply(tf.add(tf.conv2d(x as tf.Tensor4D, asTensor(filter) as tf.Tensor4D, stride, padding), asTensor(bias))),
    },
    {
      title: 'depthwiseConv2d',
      node: { ...base(['in0']), ...window, kind: 'depthwiseConv2d', filter: depthwise, bias: depthwiseBias },
      inputs: [input],
      reference: (x) => {
        const kernels = asTensor(depthwise) as tf.Tensor4D;
        return apply(tf.add(tf.depthwiseConv2d(x as tf.Tensor4D, kernels, stride, padding), asTensor(depthwiseBias)));
      },
    },
    {
      title: 'maxPool',
      node: { ...base(['in0']), ...pool, kind: 'maxPool' },
      inputs: [input],
      reference: (x) => tf.maxPool(x as tf.Tensor4D, kernel, stride, padding),
    },
    {
      title: 'averagePool',
      node: { ...base(['in0']), ...pool, kind: 'averagePool' },
      inputs: [input],
      // Not tf.avgPool: its gradient divides by the whole window where its forward pass counts the cells inside.
      reference: (x) => {
        const ones = tf.ones([kernel, kernel, channelsIn, 1]) as tf.Tensor4D;
        const sum = (values: tf.Tensor) => tf.depthwiseConv2d(values as tf.Tensor4D, ones, stride, padding);
        return tf.div(sum(x), sum(tf.onesLike(x)));
      },
    },
    {
      title: 'dense',
      node: { ...base(['in0']), kind: 'dense', kernel: dense, bias, activation },
      inputs: [[channelsIn]],
      reference: (x) => apply(tf.add(tf.matMul(x as tf.Tensor2D, asTensor(dense) as tf.Tensor2D), asTensor(bias))),
    },
  ];
}

/** The node kinds without windows. */
export function plainCases(seed: number): NodeCase[] {
  const weight = weightsFrom(seed);
  const [scale, offset] = [weight(3), weight(3)];
  const picture = [5, 4, 3];
  return [
    {
      title: 'globalAveragePool',
      node: { ...base(['in0']), kind: 'globalAveragePool' },
      inputs: [picture],
      reference: (x) => tf.mean(x, [1, 2]),
    },
    {
      title: 'add with ReLU',
      node: { ...base(['in0', 'in1']), kind: 'add', activation: 'relu' },
      inputs: [picture, picture],
      reference: (a, b) => tf.relu(tf.add(a as tf.Tensor, b as tf.Tensor)),
    },
    {
      title: 'add of a node to itself',
      node: { ...base(['in0', 'in0']), kind: 'add', activation: 'linear' },
      inputs: [picture],
      reference: (a) => tf.add(a, a),
    },
    {
      title: 'concat',
      node: { ...base(['in0', 'in1']), kind: 'concat' },
      inputs: [picture, [5, 4, 2]],
      reference: (a, b) => tf.concat([a as tf.Tensor, b as tf.Tensor], 3),
    },
    {
      title: 'pad',
      node: { ...base(['in0']), kind: 'pad', top: 1, bottom: 2, left: 0, right: 3 },
      inputs: [picture],
      reference: (x) =>
        tf.pad(x, [
          [0, 0],
          [1, 2],
          [0, 3],
          [0, 0],
        ]),
    },
    {
      title: 'padLike',
      node: { ...base(['in0', 'in1']), kind: 'padLike' },
      inputs: [picture, [6, 6, 1]],
      reference: (x) =>
        tf.pad(x, [
          [0, 0],
          [0, 1],
          [0, 2],
          [0, 0],
        ]),
    },
    {
      title: 'channelPad',
      node: { ...base(['in0']), kind: 'channelPad', channels: 2 },
      inputs: [picture],
      reference: (x) =>
        tf.pad(x, [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 2],
        ]),
    },
    {
      title: 'channelSlice',
      node: { ...base(['in0']), kind: 'channelSlice', channel: 1 },
      inputs: [picture],
      reference: (x) => tf.slice(x, [0, 0, 0, 1], [-1, -1, -1, 1]),
    },
    {
      title: 'affine',
      node: { ...base(['in0']), kind: 'affine', scale, offset },
      inputs: [picture],
      reference: (x) => tf.add(tf.mul(x, asTensor(scale)), asTensor(offset)),
    },
    {
      title: 'softmax',
      node: { ...base(['in0']), kind: 'activation', activation: 'softmax' },
      inputs: [[7]],
      reference: (x) => tf.softmax(x),
    },
    {
      title: 'flatten',
      node: { ...base(['in0']), kind: 'flatten' },
      inputs: [picture],
      reference: (x) => tf.reshape(x, [x.shape[0] ?? 1, -1]),
    },
  ];
}
