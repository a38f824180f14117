/**
 * Keras layers one by one: what TensorFlow.js has against its own layers, what it lacks against the formula in Keras's
 * documentation.
 */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, normal } from '../../src/shared/random';
import { openDevice } from '../../src/worker/kernels/device';
import { forward } from '../../src/worker/network/forward';
import type { Network } from '../../src/worker/network/graph';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { filesOf, type Layer, type ModelFiles } from '../unit/worker/modelFiles';
import { relativeError } from './support/compare';
import { inputGradient } from './support/inputGradient';
import { networkOf, savedFiles } from './support/savedModel';

beforeAll(async () => {
  await openDevice('cpu', () => undefined);
  await openDevice('wasm', () => undefined);
});

const signal = new AbortController().signal;
const size = [6, 5, 3] as const;

function randomValues(length: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length }, () => normal(random));
}

const picture = () => tf.tensor4d(randomValues(90, 4), [1, ...size]);
const lastOf = (network: Network) => [...network.graph.keys()].at(-1) ?? '';
const seedOf = (length: number) => randomValues(length, 6);

/** Compares a network's last layer with a function of the same input, output and gradient. */
async function compare(files: readonly File[], reference: (x: tf.Tensor4D) => tf.Tensor): Promise<Network> {
  const loaded = new LoadedGraph(await networkOf(files));
  const input = picture();
  const found = await inputGradient(loaded, lastOf(loaded.network), input, seedOf);
  await tf.setBackend('cpu');
  const expected = tf.tidy(() => {
    const output = reference(input);
    const objective = (x: tf.Tensor) =>
      tf.sum(tf.mul(reference(x as tf.Tensor4D), tf.tensor(found.seed, output.shape))) as tf.Scalar;
    return { output: output.dataSync(), gradient: tf.grad(objective)(input).dataSync() };
  });
  await tf.setBackend('wasm');
  expect(relativeError(found.output, expected.output)).toBeLessThan(1e-4);
  expect(relativeError(found.gradient, expected.gradient)).toBeLessThan(1e-4);
  loaded.dispose();
  input.dispose();
  return loaded.network;
}

const L = tf.layers;
const pair = [
  [1, 0],
  [0, 2],
] as [[number, number], [number, number]];

describe('layers that TensorFlow.js has', () => {
  const cases: readonly (readonly [string, () => tf.layers.Layer[]])[] = [
    ['LeakyReLU', () => [L.leakyReLU({ alpha: 0.1 })]],
    ['PReLU for each cell', () => [L.prelu({ alphaInitializer: 'randomNormal' })]],
    ['PReLU shared over cells', () => [L.prelu({ alphaInitializer: 'randomNormal', sharedAxes: [1, 2] })]],
    ['ReLU up to 1', () => [L.reLU({ maxValue: 1 })]],
    ['Softmax', () => [L.softmax({ axis: -1 })]],
    ...(
      ['selu', 'softplus', 'softsign', 'hardSigmoid', 'swish', 'mish', 'gelu', 'gelu_new', 'elu', 'tanh'] as const
    ).map((activation) => [activation, () => [L.activation({ activation })]] as const),
    ['swish inside a convolution', () => [L.conv2d({ filters: 4, kernelSize: 3, activation: 'swish' })]],
    ['hard sigmoid inside a dense layer', () => [L.flatten(), L.dense({ units: 4, activation: 'hardSigmoid' })]],
    ['strides of 2 and 1', () => [L.conv2d({ filters: 4, kernelSize: 3, strides: [2, 1], padding: 'same' })]],
    [
      'a depth multiplier',
      () => [L.separableConv2d({ filters: 4, kernelSize: 3, depthMultiplier: 2, strides: [2, 2] })],
    ],
    ['GlobalMaxPooling2D', () => [L.globalMaxPooling2d({})]],
    ['Cropping2D', () => [L.cropping2D({ cropping: pair })]],
    ['UpSampling2D', () => [L.conv2d({ filters: 2, kernelSize: 1 }), L.upSampling2d({ size: [2, 3] })]],
    ['Permute', () => [L.permute({ dims: [3, 1, 2] })]],
    ['Reshape with an open extent', () => [L.reshape({ targetShape: [3, 10, -1] })]],
    ['GaussianNoise and its like', () => [L.gaussianNoise({ stddev: 1 }), L.alphaDropout({ rate: 0.5 }), L.elu({})]],
    ['Rescaling', () => [L.rescaling({ scale: 0.5, offset: -1 })]],
    ['a dense layer over each cell', () => [L.dense({ units: 4, activation: 'tanh' })]],
    ['normalisation of units', () => [L.flatten(), L.batchNormalization({ axis: 1 })]],
  ];

  test.each(cases)('%s', async (_, make) => {
    const model = tf.sequential();
    for (const layer of [L.inputLayer({ inputShape: [...size] }), ...make()]) model.add(layer);
    const files = await savedFiles(model);
    await compare(files, (x) => model.apply(x, { training: false }) as tf.Tensor);
    model.dispose();
  });

  const merges = {
    subtract: (a: tf.Tensor, b: tf.Tensor) => tf.sub(a, b),
    multiply: (a: tf.Tensor, b: tf.Tensor) => tf.mul(a, b),
    average: (a: tf.Tensor, b: tf.Tensor) => tf.div(tf.add(a, b), 2),
    maximum: (a: tf.Tensor, b: tf.Tensor) => tf.maximum(a, b),
    minimum: (a: tf.Tensor, b: tf.Tensor) => tf.minimum(a, b),
  };
  test.each(Object.entries(merges))('%s', async (name, reference) => {
    const class_name = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    await compare(functional([{ class_name: 'Softsign' }, { class_name, from: ['in', 'a'] }]), (x) =>
      reference(x, tf.div(x, tf.add(tf.abs(x), 1))),
    );
  });
});

interface Step {
  readonly class_name: string;
  readonly name?: string;
  readonly config?: Record<string, unknown>;
  /** Layers that feed it; the one before if absent. */
  readonly from?: readonly string[];
  readonly keywords?: Record<string, unknown>;
}

/** A functional model of layers `in`, `a`, `b`, …, from a picture. `Softsign` stands for an activation of that name. */
function functional(steps: readonly Step[], weights: ModelFiles['weights'] = [], version = '2.13.1'): File[] {
  const input = { class_name: 'InputLayer', name: 'in', config: { name: 'in', batch_input_shape: [null, ...size] } };
  const layers = steps.map(({ class_name, config, from, keywords = {}, name }, i) => ({
    ...(class_name === 'Softsign'
      ? { class_name: 'Activation', config: { activation: 'softsign', name: 'a' } }
      : { class_name, config: { name: name ?? 'abcdef'[i], ...config } }),
    inbound_nodes: [(from ?? [i === 0 ? 'in' : 'abcdef'[i - 1]]).map((source) => [source, 0, 0, keywords])],
  }));
  const model_config = { class_name: 'Functional', config: { layers: [input, ...layers] } };
  return filesOf({ modelTopology: { keras_version: version, model_config }, weights });
}

const named = (name: string, shape: readonly number[], values: ArrayLike<number>) => ({
  name,
  shape,
  values: Array.from(values),
});

describe('layers that TensorFlow.js lacks', () => {
  test('UnitNormalization: x / √Σx²', async () => {
    await compare(functional([{ class_name: 'UnitNormalization', config: { axis: [3] } }]), (x) =>
      tf.div(x, tf.sqrt(tf.sum(tf.square(x), 3, true))),
    );
  });

  test('Normalization by weights: (x − mean) / √variance', async () => {
    const weights = [
      named('a/mean', [3], [0.5, -1, 2]),
      named('a/variance', [3], [1, 4, 0.25]),
      named('a/count', [], [7]),
    ];
    const network = await compare(functional([{ class_name: 'Normalization', config: { axis: [-1] } }], weights), (x) =>
      tf.div(tf.sub(x, [0.5, -1, 2]), [1, 2, 0.5]),
    );
    expect(network.graph.get('a')?.parameters).toBe(7);
  });

  test('Normalization by settings', async () => {
    const config = { axis: -1, mean: [[[[1, 2, 3]]]], variance: [[[[4, 4, 9]]]] };
    await compare(functional([{ class_name: 'Normalization', config }]), (x) =>
      tf.div(tf.sub(x, [1, 2, 3]), [2, 2, 3]),
    );
  });

  test('Rescaling channel by channel', async () => {
    const config = { scale: [0.5, 2, 1], offset: 0.25 };
    await compare(functional([{ class_name: 'Rescaling', config }]), (x) => tf.add(tf.mul(x, [0.5, 2, 1]), 0.25));
  });

  test('CustomScaleLayer: first + second × scale', async () => {
    const steps = [
      { class_name: 'Softsign' },
      { class_name: 'CustomScaleLayer', config: { scale: 0.17 }, from: ['in', 'a'] },
    ];
    await compare(functional(steps), (x) => tf.add(x, tf.mul(tf.div(x, tf.add(tf.abs(x), 1)), 0.17)));
  });

  test('hard_sigmoid is Keras 2’s or Keras 3’s, as the file says', async () => {
    const steps = [{ class_name: 'Activation', config: { activation: 'hard_sigmoid' } }];
    await compare(functional(steps), (x) => tf.clipByValue(tf.add(tf.mul(x, 0.2), 0.5), 0, 1));
    await compare(functional(steps, [], '3.4.1'), (x) => tf.div(tf.relu6(tf.add(x, 3)), 6));
  });

  test('MobileNetV3’s arithmetic between layers: x · relu6(x + 3) / 6', async () => {
    const operator = (name: string, keywords: object, from?: readonly string[]): Step => ({
      class_name: 'TFOpLambda',
      config: { function: name },
      keywords: { ...keywords },
      ...(from ? { from } : {}),
    });
    const steps = [
      operator('__operators__.add', { y: 3, name: null }),
      { class_name: 'ReLU', config: { max_value: 6 } },
      operator('math.multiply', { y: 1 / 6 }),
      operator('math.multiply', { y: ['in', 0, 0] }),
    ];
    await compare(functional(steps), (x) => tf.mul(x, tf.div(tf.relu6(tf.add(x, 3)), 6)));
  });

  test('a grouped convolution is one of each group’s channels', async () => {
    const [first, filter, bias] = [randomValues(12, 1), randomValues(9 * 2 * 6, 2), randomValues(6, 3)];
    const steps = [
      { class_name: 'Conv2D', config: { use_bias: false } },
      { class_name: 'Conv2D', config: { groups: 2, padding: 'same', strides: 2, activation: 'tanh' } },
    ];
    const weights = [
      named('a/kernel', [1, 1, 3, 4], first),
      named('b/kernel', [3, 3, 2, 6], filter),
      named('b/bias', [6], bias),
    ];
    await compare(functional(steps, weights), (x) => {
      const spread = tf.conv2d(x, tf.tensor4d(first, [1, 1, 3, 4]), 1, 'valid');
      const kernels = tf.split(tf.tensor4d(filter, [3, 3, 2, 6]), 2, 3) as tf.Tensor4D[];
      const parts = (tf.split(spread, 2, 3) as tf.Tensor4D[]).map((part, i) =>
        tf.conv2d(part, kernels[i] as tf.Tensor4D, 2, 'same'),
      );
      return tf.tanh(tf.add(tf.concat(parts, 3), bias));
    });
  });

  test('as many groups as channels are a depthwise convolution', async () => {
    const filter = randomValues(27 * 2, 2);
    const steps = [{ class_name: 'Conv2D', config: { groups: 3, padding: 'same', use_bias: false } }];
    const network = await compare(functional(steps, [named('a/kernel', [3, 3, 1, 6], filter)]), (x) =>
      tf.depthwiseConv2d(x, tf.tensor4d(filter, [3, 3, 3, 2]), 1, 'same'),
    );
    expect(network.graph.get('a')?.kind).toBe('depthwiseConv2d');
  });

  test('ELU with an alpha, and ThresholdedReLU', async () => {
    const bent = (x: tf.Tensor) => tf.add(tf.relu(x), tf.mul(tf.expm1(tf.minimum(x, 0)), 0.4));
    await compare(functional([{ class_name: 'ELU', config: { alpha: 0.4 } }]), bent);
    const steps = [{ class_name: 'ThresholdedReLU', config: { theta: 0.3 } }];
    await compare(functional(steps), (x) => tf.mul(x, tf.step(tf.sub(x, 0.3))));
  });

  test('a dilated convolution is one by a kernel with zeros between its taps', async () => {
    const [filter, wide] = [randomValues(4 * 3 * 2, 2), new Float32Array(9 * 3 * 2)];
    for (let y = 0; y < 2; y++)
      for (let x = 0; x < 2; x++) wide.set(filter.subarray((2 * y + x) * 6, (2 * y + x + 1) * 6), (6 * y + 2 * x) * 6);
    const config = { dilation_rate: [2, 2], padding: 'same', use_bias: false };
    await compare(functional([{ class_name: 'Conv2D', config }], [named('a/kernel', [2, 2, 3, 2], filter)]), (x) =>
      tf.conv2d(x, tf.tensor4d(wide, [3, 3, 3, 2]), 1, 'same'),
    );
  });

  test('bilinear UpSampling2D takes the cells’ centres', async () => {
    const config = { size: [2, 2], interpolation: 'bilinear' };
    const loaded = new LoadedGraph(await networkOf(functional([{ class_name: 'UpSampling2D', config }])));
    const input = picture();
    const pass = await forward(signal, [...loaded.network.graph.values()], loaded.weights, input);
    const expected = tf.image.resizeBilinear(input, [12, 10], false, true);
    expect(relativeError(await pass.output.data(), await expected.data())).toBeLessThan(1e-5);
    pass.dispose();
    loaded.dispose();
    tf.dispose([input, expected]);
  });
});

describe('models inside a model', () => {
  const base = (): tf.LayersModel => {
    const input = tf.input({ shape: [...size] });
    const conv = L.conv2d({ filters: 4, kernelSize: 3, name: 'block1_conv1', activation: 'relu' }).apply(input);
    const pool = L.maxPooling2d({ poolSize: 2, name: 'pool' }).apply(conv);
    return tf.model({ inputs: input, outputs: pool as tf.SymbolicTensor, name: 'vgg' });
  };

  test('a sequential model around a functional one', async () => {
    const model = tf.sequential();
    model.add(base() as unknown as tf.layers.Layer);
    model.add(L.flatten());
    model.add(L.dense({ units: 2, name: 'classes' }));
    const network = await compare(await savedFiles(model), (x) => model.apply(x) as tf.Tensor);
    expect([...network.graph.keys()]).toContain('block1_conv1');
    model.dispose();
  });

  test('a functional model with a sequential one between its layers', async () => {
    const input = tf.input({ shape: [...size] });
    const inner = tf.sequential({ name: 'inner' });
    inner.add(L.conv2d({ filters: 3, kernelSize: 3, padding: 'same', inputShape: [...size], name: 'conv' }));
    inner.add(L.activation({ activation: 'tanh' }));
    const before = L.conv2d({ filters: 3, kernelSize: 1, name: 'convBefore' }).apply(input) as tf.SymbolicTensor;
    const sum = L.add().apply([inner.apply(before) as tf.SymbolicTensor, before]) as tf.SymbolicTensor;
    const model = tf.model({ inputs: input, outputs: sum });
    await compare(await savedFiles(model), (x) => model.apply(x) as tf.Tensor);
    model.dispose();
  });
});

const refusal = (cause: string, remedy: string) => ({
  name: 'FoveaError',
  message: expect.stringContaining(cause),
  remedy: expect.stringContaining(remedy),
});
const wrong: readonly (readonly [string, readonly Step[], string, string])[] = [
  ['Lambda', [{ class_name: 'Lambda', config: { function: ['4wEAAA', null, null] } }], 'never run', 'tfjs_graph_model'],
  [
    'an operation without a rule',
    [{ class_name: 'TFOpLambda', config: { function: 'math.erfinv' } }],
    'math.erfinv',
    '',
  ],
  ['an operand that is no number', [{ class_name: 'TFOpLambda', config: { function: 'math.add' } }], 'operand', ''],
  [
    'a reshape to other cells',
    [{ class_name: 'Reshape', config: { target_shape: [7, 13] } }],
    'it makes 7 × 13 of 6',
    '',
  ],
  ['a permutation of four axes', [{ class_name: 'Permute', config: { dims: [1, 2, 3, 4] } }], 'order', ''],
  [
    'a crop of everything',
    [{ class_name: 'Cropping2D', config: { cropping: 3 } }],
    'nothing of the picture is left',
    '',
  ],
  ['a crop of less than nothing', [{ class_name: 'Cropping2D', config: { cropping: -1 } }], 'not valid', ''],
  ['cubic upsampling', [{ class_name: 'UpSampling2D', config: { interpolation: 'bicubic' } }], 'bicubic', ''],
  ['an enormous upsampling', [{ class_name: 'UpSampling2D', config: { size: 4096 } }], 'too large', ''],
  ['a softmax over rows', [{ class_name: 'Softmax', config: { axis: 1 } }], 'axis 1', ''],
  ['a limit that is no number', [{ class_name: 'ReLU', config: { max_value: 'six' } }], 'max_value', ''],
  ['a layer used twice', [{ class_name: 'ReLU' }], 'more than once', 'one picture'],
];

test.each(wrong)('%s is refused', async (title, steps, cause, remedy) => {
  const files = functional(steps);
  if (title !== 'a layer used twice') {
    await expect(networkOf(files)).rejects.toMatchObject(refusal(cause, remedy));
    return;
  }
  const json = JSON.parse(await (files[0] as File).text());
  const layer = json.modelTopology.model_config.config.layers[1] as Layer & { inbound_nodes: unknown[] };
  layer.inbound_nodes.push(...layer.inbound_nodes);
  const changed = [new File([JSON.stringify(json)], 'model.json'), files[1] as File];
  await expect(networkOf(changed)).rejects.toMatchObject(refusal(cause, remedy));
});
