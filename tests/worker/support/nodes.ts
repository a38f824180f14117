/**
 * One random node of each kind that is tested, together with its inputs' shapes and TensorFlow.js's own version of it.
 */
import * as tf from '@tensorflow/tfjs';
import { createRandom, normal } from '../../../src/shared/random';
import type { MergeNode, Node, Weight } from '../../../src/worker/network/graph';
import type { Pointwise } from '../../../src/worker/network/pointwise';

export interface NodeCase {
  readonly title: string;
  readonly node: Node;
  /** Without batch. */
  readonly inputs: readonly (readonly number[])[];
  /** The same computation in plain TensorFlow.js operations. */
  readonly reference: (...inputs: tf.Tensor[]) => tf.Tensor;
  /** Its output alone, where the tape has no right gradient for the operation that defines it. */
  readonly forward?: (input: tf.Tensor) => tf.Tensor;
  /** Only for inputs well above 0. */
  readonly positive?: boolean;
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

const picture = [5, 4, 3];

/** One value where the condition is above 0, another elsewhere; tf.where has no gradient past a comparison. */
const either = (condition: tf.Tensor, above: tf.Tensor, below: tf.Tensor) => {
  const open = tf.step(condition);
  return tf.add(tf.mul(open, above), tf.mul(tf.sub(1, open), below));
};

const pointwiseReferences: readonly (readonly [Pointwise, (x: tf.Tensor) => tf.Tensor])[] = [
  [{ name: 'rectify', slope: 0.2, threshold: 0, ceiling: null }, (x) => tf.leakyRelu(x, 0.2)],
  [
    { name: 'rectify', slope: 0.1, threshold: 0.25, ceiling: 1.5 },
    // Keras: max_value where x ≥ max_value, x where threshold ≤ x, slope · (x − threshold) elsewhere.
    (x) => tf.minimum(either(tf.sub(x, 0.25), x, tf.mul(tf.sub(x, 0.25), 0.1)), 1.5),
  ],
  [{ name: 'clip', low: -0.5, high: 0.75 }, (x) => tf.clipByValue(x, -0.5, 0.75)],
  [{ name: 'clip', low: null, high: 0.75 }, (x) => tf.minimum(x, 0.75)],
  [{ name: 'clip', low: -0.5, high: null }, (x) => tf.maximum(x, -0.5)],
  [{ name: 'hardSigmoid', slope: 0.2 }, (x) => tf.clipByValue(tf.add(tf.mul(x, 0.2), 0.5), 0, 1)],
  [{ name: 'hardSigmoid', slope: 1 / 6 }, (x) => tf.div(tf.relu6(tf.add(x, 3)), 6)],
  [{ name: 'elu', alpha: 0.5 }, (x) => either(x, x, tf.mul(tf.expm1(x), 0.5))],
  [{ name: 'gelu', approximate: false }, (x) => tf.mul(x, tf.mul(tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1), 0.5))],
  [
    { name: 'gelu', approximate: true },
    (x) => {
      const inner = tf.mul(tf.add(x, tf.mul(tf.mul(tf.square(x), x), 0.044715)), 0.7978845608);
      return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(inner), 1));
    },
  ],
  [{ name: 'swish' }, (x) => tf.mul(x, tf.sigmoid(x))],
  [{ name: 'hardSwish' }, (x) => tf.div(tf.mul(x, tf.relu6(tf.add(x, 3))), 6)],
  [{ name: 'mish' }, (x) => tf.mul(x, tf.tanh(tf.log(tf.add(tf.exp(x), 1))))],
  [{ name: 'selu' }, (x) => tf.selu(x)],
  [{ name: 'softplus' }, (x) => tf.log(tf.add(tf.exp(x), 1))],
  [{ name: 'softsign' }, (x) => tf.div(x, tf.add(tf.abs(x), 1))],
  [{ name: 'exponential' }, (x) => tf.exp(x)],
  [{ name: 'square' }, (x) => tf.square(x)],
  [{ name: 'negative' }, (x) => tf.neg(x)],
  [{ name: 'absolute' }, (x) => tf.abs(x)],
];

/** Of positive values alone. */
const positiveReferences: readonly (readonly [Pointwise, (x: tf.Tensor) => tf.Tensor])[] = [
  [{ name: 'sqrt' }, (x) => tf.sqrt(x)],
  [{ name: 'rsqrt' }, (x) => tf.rsqrt(x)],
  [{ name: 'reciprocal' }, (x) => tf.reciprocal(x)],
  [{ name: 'log' }, (x) => tf.log(x)],
];

const settingsOf = (operation: Pointwise) =>
  Object.entries(operation)
    .filter(([key]) => key !== 'name')
    .map(([key, value]) => `${key} ${typeof value === 'number' ? value.toFixed(2) : value}`)
    .join(', ');

/** Functions of each value, parametric ReLUs among them. */
export function pointwiseCases(seed: number): NodeCase[] {
  const slope = weightsFrom(seed)(1, 1, 3);
  const of =
    (positive: boolean) =>
    ([operation, reference]: readonly [Pointwise, (x: tf.Tensor) => tf.Tensor]): NodeCase => ({
      title: `${operation.name} ${settingsOf(operation)}`,
      node: { ...base(['in0']), kind: 'pointwise', operation },
      inputs: [picture],
      reference,
      positive,
    });
  return [
    ...pointwiseReferences.map(of(false)),
    ...positiveReferences.map(of(true)),
    {
      title: 'prelu',
      node: { ...base(['in0']), kind: 'prelu', slope },
      inputs: [picture],
      reference: (x) => either(x, x, tf.mul(x, asTensor(slope))),
    },
  ];
}

const mergeReferences = {
  add: (a, b) => tf.add(a, b),
  subtract: (a, b) => tf.sub(a, b),
  multiply: (a, b) => tf.mul(a, b),
  divide: (a, b) => tf.div(a, b),
  average: (a, b) => tf.div(tf.add(a, b), 2),
  // TensorFlow.js's tape does not sum these two's gradients over what was stretched.
  maximum: (a, b) => tf.maximum(tf.add(a, tf.zerosLike(b)), tf.add(b, tf.zerosLike(a))),
  minimum: (a, b) => tf.minimum(tf.add(a, tf.zerosLike(b)), tf.add(b, tf.zerosLike(a))),
} satisfies Record<MergeNode['operation'], (a: tf.Tensor, b: tf.Tensor) => tf.Tensor>;

/** Every way to merge, of equal shapes and of shapes that stretch either way. */
export function mergeCases(): NodeCase[] {
  const shapes = [
    [picture, picture],
    [picture, [1, 1, 3]],
    [[5, 4, 1], picture],
    [
      [5, 1, 3],
      [1, 4, 3],
    ],
  ];
  return Object.entries(mergeReferences).flatMap(([operation, reference]) =>
    shapes.map((inputs) => ({
      title: `${operation} of ${inputs.map((shape) => shape.join('×')).join(' and ')}`,
      node: { ...base(['in0', 'in1']), kind: 'merge', operation: operation as MergeNode['operation'] },
      inputs,
      reference: (a: tf.Tensor, b: tf.Tensor) => reference(a, b),
      positive: operation === 'divide',
    })),
  );
}

const reductions = { sum: tf.sum, mean: tf.mean, max: tf.max };

/** Resizing cell by cell: each takes its two neighbours, rows first. */
function resized(x: tf.Tensor, size: readonly number[], bilinear: boolean, more: object): tf.Tensor {
  return size.reduce((picture, to, i) => {
    const from = picture.shape[i + 1] ?? 1;
    const cells = Array.from({ length: to }, (_, cell) => {
      const half = 'halfPixelCenters' in more ? 0.5 : 0;
      const at = 'alignCorners' in more ? (cell * (from - 1)) / (to - 1) : ((cell + half) * from) / to;
      if (!bilinear) return { low: 'alignCorners' in more ? Math.round(at) : Math.floor(at), high: 0, share: 0 };
      const exact = Math.min(from - 1, Math.max(0, at - half));
      return { low: Math.floor(exact), high: Math.ceil(exact), share: exact % 1 };
    });
    const take = (key: 'low' | 'high') =>
      tf.gather(
        picture,
        tf.tensor1d(
          cells.map((cell) => cell[key]),
          'int32',
        ),
        i + 1,
      );
    const shape = [1, 1, 1, 1].map((_, axis) => (axis === i + 1 ? to : 1));
    const share = tf.tensor(
      cells.map((cell) => cell.share),
      shape,
    );
    return tf.add(tf.mul(take('low'), tf.sub(1, share)), tf.mul(take('high'), share));
  }, x);
}

/** What pools, reduces, cuts, turns and resizes. */
export function formCases(): NodeCase[] {
  const resize = (
    method: 'bilinear' | 'nearest',
    cells: readonly [number, number],
    more: object,
  ): NodeCase['node'] => ({
    ...base(['in0']),
    kind: 'resize',
    method,
    cells,
    alignCorners: false,
    halfPixelCenters: false,
    ...more,
  });
  const size = [7, 3] as [number, number];
  return [
    {
      title: 'globalAveragePool that keeps its dimensions',
      node: { ...base(['in0']), kind: 'globalAveragePool', keepDimensions: true },
      inputs: [picture],
      reference: (x) => tf.mean(x, [1, 2], true),
    },
    {
      title: 'globalMaxPool',
      node: { ...base(['in0']), kind: 'globalMaxPool' },
      inputs: [picture],
      reference: (x) => tf.max(x, [1, 2]),
    },
    {
      title: 'globalMaxPool that keeps its dimensions',
      node: { ...base(['in0']), kind: 'globalMaxPool', keepDimensions: true },
      inputs: [picture],
      reference: (x) => tf.max(x, [1, 2], true),
    },
    ...(['sum', 'mean', 'max'] as const).flatMap((operation) =>
      [[2], [0, 1], [1]].flatMap((axes) =>
        [true, false].map(
          (keepDimensions): NodeCase => ({
            title: `${operation} over ${axes.join()}${keepDimensions ? ', kept' : ''}`,
            node: { ...base(['in0']), kind: 'reduce', operation, axes, keepDimensions },
            inputs: [picture],
            reference: (x) =>
              reductions[operation](
                x,
                axes.map((axis) => axis + 1),
                keepDimensions,
              ),
          }),
        ),
      ),
    ),
    {
      title: 'pad with ones',
      node: { ...base(['in0']), kind: 'pad', top: 1, bottom: 0, left: 2, right: 1, value: 1 },
      inputs: [picture],
      reference: (x) =>
        tf.pad(
          x,
          [
            [0, 0],
            [1, 0],
            [2, 1],
            [0, 0],
          ],
          1,
        ),
    },
    {
      title: 'concat along the rows',
      node: { ...base(['in0', 'in1']), kind: 'concat', axis: 0 },
      inputs: [picture, [2, 4, 3]],
      reference: (a, b) => tf.concat([a as tf.Tensor, b as tf.Tensor], 1),
    },
    {
      title: 'crop',
      node: {
        ...base(['in0']),
        kind: 'crop',
        cut: [
          [1, 0],
          [0, 2],
          [1, 1],
        ],
      },
      inputs: [picture],
      reference: (x) => tf.slice(x, [0, 1, 0, 1], [-1, 4, 2, 1]),
    },
    {
      title: 'reshape',
      node: { ...base(['in0']), kind: 'reshape', shape: [10, 2, 3] },
      inputs: [picture],
      reference: (x) => tf.reshape(x, [-1, 10, 2, 3]),
    },
    {
      title: 'transpose',
      node: { ...base(['in0']), kind: 'transpose', order: [2, 0, 1] },
      inputs: [picture],
      reference: (x) => tf.transpose(x, [0, 3, 1, 2]),
    },
    {
      title: 'depthToSpace',
      node: { ...base(['in0']), kind: 'depthToSpace', block: 2 },
      inputs: [[3, 2, 8]],
      // Cell (y, x) of a block is channel group 2 y + x.
      reference: (x) => tf.reshape(tf.transpose(tf.reshape(x, [-1, 3, 2, 2, 2, 2]), [0, 1, 3, 2, 4, 5]), [-1, 6, 4, 2]),
    },
    {
      title: 'spaceToDepth',
      node: { ...base(['in0']), kind: 'spaceToDepth', block: 2 },
      inputs: [[6, 4, 2]],
      reference: (x) => tf.reshape(tf.transpose(tf.reshape(x, [-1, 3, 2, 2, 2, 2]), [0, 1, 3, 2, 4, 5]), [-1, 3, 2, 8]),
    },
    ...[{}, { alignCorners: true }, { halfPixelCenters: true }].flatMap((more): NodeCase[] => [
      {
        title: `bilinear resize ${Object.keys(more)}`,
        node: resize('bilinear', size, more),
        inputs: [picture],
        reference: (x) => resized(x, size, true, more),
        forward: (x) =>
          tf.image.resizeBilinear(x as tf.Tensor4D, size, 'alignCorners' in more, 'halfPixelCenters' in more),
      },
      {
        title: `nearest resize ${Object.keys(more)}`,
        node: resize('nearest', size, more),
        inputs: [picture],
        reference: (x) => resized(x, size, false, more),
        forward: (x) =>
          tf.image.resizeNearestNeighbor(x as tf.Tensor4D, size, 'alignCorners' in more, 'halfPixelCenters' in more),
      },
    ]),
    {
      title: 'resize by factors',
      node: {
        ...base(['in0']),
        kind: 'resize',
        method: 'nearest',
        factors: [2, 3],
        alignCorners: false,
        halfPixelCenters: true,
      },
      inputs: [picture],
      reference: (x) => resized(x, [10, 12], false, {}),
      forward: (x) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [10, 12]),
    },
  ];
}

/** Strides that differ in height and width, and explicit padding. */
export function unevenCases(seed: number): NodeCase[] {
  const weight = weightsFrom(seed);
  const [filter, taps, bias] = [weight(3, 2, 3, 4), weight(3, 3, 3, 2), weight(4)];
  const window = { dilations: [1, 1], activation: 'linear' } as const;
  const paddings = ['same', 'valid', { top: 1, bottom: 2, left: 1, right: 0 }] as const;
  const explicit = (padding: (typeof paddings)[number]) =>
    typeof padding === 'string'
      ? padding
      : ([
          [0, 0],
          [padding.top, padding.bottom],
          [padding.left, padding.right],
          [0, 0],
        ] as [number, number][]);
  return [
    [2, 1],
    [1, 3],
    [3, 2],
    [2, 2],
    [1, 1],
  ].flatMap(([down = 1, across = 1]) =>
    paddings.flatMap((padding): NodeCase[] => {
      const strides = [down, across] as [number, number];
      const name = `strides ${strides.join(' and ')}, padding ${JSON.stringify(padding)}`;
      return [
        {
          title: `conv2d, ${name}`,
          node: { ...base(['in0']), ...window, kind: 'conv2d', filter, bias, strides, padding },
          inputs: [[9, 8, 3]],
          reference: (x) =>
            tf.add(
              tf.conv2d(x as tf.Tensor4D, asTensor(filter) as tf.Tensor4D, strides, explicit(padding) as 'same'),
              asTensor(bias),
            ),
        },
        {
          title: `depthwiseConv2d, ${name}`,
          node: { ...base(['in0']), ...window, kind: 'depthwiseConv2d', filter: taps, bias: null, strides, padding },
          inputs: [[9, 8, 3]],
          reference: (x) =>
            tf.depthwiseConv2d(x as tf.Tensor4D, asTensor(taps) as tf.Tensor4D, strides, explicit(padding) as 'same'),
        },
      ];
    }),
  );
}
