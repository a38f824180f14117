/**
 * Small versions of the architectures that people bring, with random weights: forward and input gradient as in
 * TensorFlow.js.
 */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, normal } from '../../src/shared/random';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { forward } from '../../src/worker/network/forward';
import type { Network } from '../../src/worker/network/graph';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { narrow } from '../../src/worker/network/narrow';
import { planTo } from '../../src/worker/network/plan';
import { architectures } from './support/architectures';
import { relativeError } from './support/compare';
import { inputGradient } from './support/inputGradient';
import { networkOf, savedFiles } from './support/savedModel';

const signal = new AbortController().signal;

interface PoolSettings {
  readonly filterSize: [number, number];
  readonly strides: [number, number];
  readonly pad: 'same' | 'valid';
}

/**
 * TensorFlow.js's gradient of average pooling divides by the whole window at the picture's edges, where its forward
 * pass counts the cells inside. In its place here: that of sums over windows, divided by how many cells each has.
 */
tf.registerGradient({
  kernelName: 'AvgPool',
  inputsToSave: ['x'],
  gradFunc: (dy, [x], settings) => {
    const { filterSize, strides, pad } = settings as unknown as PoolSettings;
    const input = x as tf.Tensor4D;
    const [, height, width, channels] = input.shape;
    const [down, across] = [tf.ones([...filterSize, 1, 1]), tf.eye(channels).reshape([1, 1, channels, channels])];
    const cells = tf.depthwiseConv2d(tf.onesLike(input), tf.ones([...filterSize, channels, 1]), strides, pad);
    const spread = () =>
      tf.conv2dTranspose(
        tf.div(dy as tf.Tensor4D, cells) as tf.Tensor4D,
        tf.mul(down, across) as tf.Tensor4D,
        [input.shape[0], height, width, channels],
        strides,
        pad,
      );
    return { x: spread };
  },
});

beforeAll(async () => {
  await openDevice('cpu', () => undefined);
  await openDevice('wasm', () => undefined);
});

/** Weights that keep values in range: He's initialisation, normalisations near 1, variances that are positive. */
function randomise(model: tf.LayersModel, seed: number): void {
  const random = createRandom(seed);
  model.setWeights(
    model.weights.map(({ name, shape }) => {
      const sizes = shape as number[];
      const size = sizes.reduce((a, b) => a * b, 1);
      const fanIn = name.includes('depthwise') ? 9 : size / (sizes.at(-1) ?? 1);
      const isKernel = sizes.length > 1;
      const values = Float32Array.from({ length: size }, () => {
        const value = normal(random);
        if (/^unscaled.*gamma/.test(name)) return 1;
        if (isKernel) return value * Math.sqrt(2 / fanIn);
        return name.includes('variance') || name.includes('gamma') ? 1 + 0.3 * Math.tanh(value) : 0.2 * value;
      });
      return tf.tensor(values, sizes);
    }),
  );
}

/** Values 0..255, as pictures have them, where the network rescales them itself; of unit size elsewhere. */
function randomPicture(model: tf.LayersModel, seed: number): tf.Tensor4D {
  const [, height = 1, width = 1] = (model.inputs[0] as tf.SymbolicTensor).shape as number[];
  const random = createRandom(seed);
  const scale = model.layers[1]?.getClassName() === 'Rescaling' ? 127.5 : 1;
  const values = Float32Array.from({ length: height * width * 3 }, () => (1 + normal(random)) * scale);
  return tf.tensor4d(values, [1, height, width, 3]);
}

/**
 * Output and input gradient of Σ output × seed by TensorFlow.js's layers and tape, on the backend that has all
 * gradients.
 */
async function theirs(model: tf.LayersModel, input: tf.Tensor4D, seed: Float32Array) {
  await tf.setBackend('cpu');
  const result = tf.tidy(() => {
    const run = (x: tf.Tensor) => model.apply(x, { training: false }) as tf.Tensor;
    const output = run(input);
    const objective = (x: tf.Tensor) => tf.sum(tf.mul(run(x), tf.tensor(seed, output.shape))) as tf.Scalar;
    return { output: output.dataSync(), gradient: tf.grad(objective)(input).dataSync() };
  });
  await tf.setBackend('wasm');
  return result;
}

const lastOf = (network: Network) => [...network.graph.keys()].at(-1) ?? '';

const seedOf = (length: number) => {
  const random = createRandom(77);
  return Float32Array.from({ length }, () => normal(random));
};

describe.each(Object.entries(architectures))('%s', (_, build) => {
  test('output and input gradient are those of TensorFlow.js', async () => {
    const model = build();
    randomise(model, 31);
    const input = randomPicture(model, 8);
    const loaded = new LoadedGraph(await networkOf(await savedFiles(model)));
    const tensors = memoryReport().tensors;
    const found = await inputGradient(loaded, lastOf(loaded.network), input, seedOf);
    loaded.dispose();
    expect(memoryReport().tensors).toBe(tensors);
    const expected = await theirs(model, input, found.seed);
    expect(relativeError(found.output, expected.output)).toBeLessThan(1e-4);
    expect(relativeError(found.gradient, expected.gradient)).toBeLessThan(1e-4);
    expect(Math.max(...expected.gradient.map(Math.abs))).toBeGreaterThan(0);
    model.dispose();
    input.dispose();
  });

  test('any one filter, computed without the others, is the same', async () => {
    const model = build();
    randomise(model, 32);
    const input = randomPicture(model, 9);
    const loaded = new LoadedGraph(await networkOf(await savedFiles(model)));
    const { graph } = loaded.network;
    const whole = await forward(signal, [...graph.values()], loaded.weights, input);
    for (const node of graph.values()) {
      const output = whole.activation(node.name);
      if (node.kind === 'input') continue;
      const channels = output.shape.at(-1) ?? 1;
      const channel = channels - 1;
      const { graph: narrowed, target } = narrow(graph, node.name, channel);
      const pass = await forward(signal, planTo(narrowed, target), loaded.weights, input);
      const values = await output.data();
      const wanted = values.filter((_value, i) => i % channels === channel);
      expect(relativeError(await pass.output.data(), wanted), node.name).toBeLessThan(1e-4);
      pass.dispose();
    }
    whole.dispose();
    loaded.dispose();
    model.dispose();
    input.dispose();
  });
});
