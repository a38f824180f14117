/** Every graph model of @vladmandic/human: which load and which are refused, and what those that load compute. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, normal } from '../../src/shared/random';
import { openDevice } from '../../src/worker/kernels/device';
import { describe as describeNetwork } from '../../src/worker/network/describe';
import { forward } from '../../src/worker/network/forward';
import type { Network } from '../../src/worker/network/graph';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../src/worker/network/loaders/loadNetwork';
import { relativeError } from './support/compare';
import { inputGradient } from './support/inputGradient';

const signal = new AbortController().signal;
const folder = new URL('/node_modules/@vladmandic/human/models/', location.href).href;

beforeAll(() => openDevice('cpu', () => undefined));
beforeAll(() => openDevice('wasm', () => undefined));

const load = (name: string): Promise<Network> =>
  loadNetwork(
    signal,
    {
      id: name,
      name,
      source: { format: 'graph-model', manifest: `${folder}${name}.json`, weights: [`${folder}${name}.bin`] },
      preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
    },
    () => undefined,
  );

/** With the outputs that are left out. */
const loading: Readonly<Record<string, readonly string[]>> = {
  antispoof: [],
  blazeface: [],
  centernet: ['tower_0/detections'],
  facemesh: [],
  faceres: [],
  'handlandmark-lite': [],
  iris: [],
  liveness: [],
};
const refused: Readonly<Record<string, string>> = {
  emotion: '64 × 64 × 1, not a colour picture',
  handtrack: 'cycle',
  'movenet-lightning': 'Unpack',
};

test('the package has no other models', () => {
  const files = Object.keys(import.meta.glob('/node_modules/@vladmandic/human/models/*.json', { query: '?url' }));
  const names = files.map((file) => file.split('/').at(-1)?.replace('.json', '')).filter((name) => name !== 'models');
  expect(names.sort()).toEqual([...Object.keys(loading), ...Object.keys(refused)].sort());
});

test.each(Object.entries(refused))('%s is refused: %s', async (name, cause) => {
  await expect(load(name)).rejects.toMatchObject({ name: 'FoveaError', message: expect.stringContaining(cause) });
});

function picture(network: Network, seed: number): tf.Tensor4D {
  const [height, width] = describeNetwork(network).info.input;
  const random = createRandom(seed);
  const values = Float32Array.from({ length: height * width * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    return 0.5 + 0.3 * Math.sin((x + seed * 9) / 17) * Math.cos(y / 23) + 0.1 * normal(random);
  });
  return tf.tensor4d(values, [1, height, width, 3]);
}

/** The node of ours that gives a TensorFlow output: the one of its size whose values are nearest. */
async function nearest(activations: ReadonlyMap<string, tf.Tensor>, values: ArrayLike<number>) {
  const candidates = [...activations].filter(([, tensor]) => tensor.size === values.length);
  const errors = await Promise.all(
    candidates.map(async ([layer, tensor]) => ({ layer, error: relativeError(await tensor.data(), values) })),
  );
  return errors.reduce((best, one) => (one.error < best.error ? one : best), { layer: '', error: 1 });
}

/** d (Σ output × seed) / d input by TensorFlow.js's tape, on the one backend here that has all gradients. */
async function tapeGradient(input: tf.Tensor4D, seed: Float32Array, execute: (x: tf.Tensor) => tf.Tensor) {
  await tf.setBackend('cpu');
  const objective = (x: tf.Tensor) => {
    const output = execute(x);
    return tf.sum(tf.mul(output, tf.tensor(seed, output.shape))) as tf.Scalar;
  };
  const gradient = tf.tidy(() => tf.grad(objective)(input));
  const values = await gradient.data();
  gradient.dispose();
  await tf.setBackend('wasm');
  return values;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/**
 * How far the gradient is from the slope along a direction, relatively, by TensorFlow.js's forward passes alone. The
 * direction is random, with the gradient's own in it: along a random one alone positive and negative slopes would cancel.
 */
async function slopeError(
  input: tf.Tensor4D,
  gradient: Float32Array,
  seed: Float32Array,
  execute: (x: tf.Tensor) => tf.Tensor,
): Promise<number> {
  const random = createRandom(9);
  const norm = Math.sqrt(dot(gradient, gradient) / gradient.length);
  const direction = gradient.map((value) => value / norm + normal(random));
  const objective = async (step: number) => {
    const moved = tf.tidy(() =>
      execute(
        tf.add(
          input,
          tf.tensor4d(
            direction.map((value) => value * step),
            input.shape,
          ),
        ),
      ),
    );
    const value = dot((await moved.data()) as Float32Array, seed);
    moved.dispose();
    return value;
  };
  const step = 3e-5;
  const slope = ((await objective(step)) - (await objective(-step))) / (2 * step);
  return Math.abs(dot(gradient, direction) - slope) / Math.abs(slope);
}

/** Small enough for the tape in plain JavaScript. */
const taped = ['iris', 'liveness'];

describe.each(Object.entries(loading))('%s', (name, missing) => {
  test('outputs are those of TensorFlow.js, and the gradient of the first its slope', async () => {
    const network = await load(name);
    for (const output of missing) expect(network.notice).toContain(output);
    if (missing.length === 0) expect(network.notice).toBeUndefined();
    const loaded = new LoadedGraph(network);
    const reference = await tf.loadGraphModel(`${folder}${name}.json`);
    const outputs = reference.outputNodes.filter((output) => !missing.includes(output.replace(/:0$/, '')));
    const input = picture(network, 3);
    const pass = await forward(signal, [...network.graph.values()], loaded.weights, input);
    const layers: string[] = [];
    for (const output of outputs) {
      const expected = reference.execute(input, output) as tf.Tensor;
      const { layer, error } = await nearest(pass.activations, await expected.data());
      expect(error).toBeLessThan(1e-4);
      layers.push(layer);
      expected.dispose();
    }
    pass.dispose();
    const random = createRandom(5);
    const seedOf = (length: number) => Float32Array.from({ length }, () => normal(random));
    const { gradient, seed } = await inputGradient(loaded, layers[0] ?? '', input, seedOf);
    const execute = (x: tf.Tensor) => reference.execute(x, outputs[0] ?? '') as tf.Tensor;
    expect(await slopeError(input, gradient, seed, execute)).toBeLessThan(0.06);
    if (taped.includes(name))
      expect(relativeError(gradient, await tapeGradient(input, seed, execute))).toBeLessThan(1e-4);
    loaded.dispose();
    input.dispose();
    reference.dispose();
  });
});
