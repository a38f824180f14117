/** Every forward and backward rule, against TensorFlow.js's own operations and tape, and against finite differences. */
import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, normal } from '../../src/shared/random';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { backward } from '../../src/worker/network/backward';
import { DeviceWeights } from '../../src/worker/network/deviceWeights';
import { Pass } from '../../src/worker/network/forward';
import type { Node } from '../../src/worker/network/graph';
import { inferShapes } from '../../src/worker/network/plan';
import { ruleOf } from '../../src/worker/network/rules';
import { relativeError } from './support/compare';
import {
  formCases,
  mergeCases,
  type NodeCase,
  plainCases,
  pointwiseCases,
  type Sizes,
  unevenCases,
  windowCases,
} from './support/nodes';

const signal = new AbortController().signal;
const backends = ['wasm', 'cpu'] as const;
/** Nodes without settings that random sizes would draw. */
const plain = [...plainCases(3), ...pointwiseCases(3), ...mergeCases(), ...formCases(), ...unevenCases(3)];
type Tested = (typeof backends)[number] | 'webgl';

beforeAll(async () => {
  await openDevice('cpu', () => undefined);
  await openDevice('wasm', () => undefined);
});

/** Output, and the gradient of Σ output × seed at every input, by our rules. */
async function ours({ node, inputs }: NodeCase, values: Float32Array[], seed: Float32Array, batch: number) {
  const weights = new DeviceWeights();
  const tensors = inputs.map((shape, i) => tf.tensor(values[i] as Float32Array, [batch, ...shape]));
  const feeds = inputs.map(
    (_, i): Node => ({ kind: 'flatten', name: `in${i}`, inputs: [], parameters: 0, listed: false }),
  );
  const activations = new Map(tensors.map((tensor, i) => [`in${i}`, tensor as tf.Tensor]));
  const output = tf.tidy(() =>
    ruleOf(node).forward(
      node,
      node.inputs.map((name) => activations.get(name) as tf.Tensor),
      weights,
    ),
  );
  activations.set(node.name, output);
  const pass = new Pass([...feeds, node], weights, activations);
  const seedTensor = tf.tensor(seed, output.shape);
  const gradients: Float32Array[] = [];
  for (let i = 0; i < inputs.length; i++) {
    if (node.kind === 'padLike' && i === 1) continue;
    const gradient = await backward(signal, pass, seedTensor, { downTo: `in${i}` });
    gradients.push(Float32Array.from(await gradient.data()));
    gradient.dispose();
  }
  const result = { output: Float32Array.from(await output.data()), shape: output.shape, gradients };
  weights.dispose();
  tf.dispose([...tensors, output, seedTensor]);
  return result;
}

/** The same by TensorFlow.js, on its CPU backend. */
async function theirs(
  { inputs, reference, forward }: NodeCase,
  values: Float32Array[],
  seed: Float32Array,
  batch: number,
) {
  await tf.setBackend('cpu');
  const outcome = tf.tidy(() => {
    const tensors = inputs.map((shape, i) => tf.tensor(values[i] as Float32Array, [batch, ...shape]));
    const output = reference(...tensors);
    const objective = (...args: tf.Tensor[]) =>
      tf.sum(tf.mul(reference(...args), tf.tensor(seed, output.shape))) as tf.Scalar;
    const gradients = tf.grads(objective)(tensors.filter((_, i) => i === 0 || reference.length > 1));
    const result = forward === undefined ? output : forward(tensors[0] as tf.Tensor);
    return { output: result.dataSync(), gradients: gradients.map((gradient) => gradient.dataSync()) };
  });
  return outcome;
}

function randomValues(shapes: readonly (readonly number[])[], seed: number, batch: number): Float32Array[] {
  const random = createRandom(seed);
  return shapes.map((shape) => {
    const size = shape.reduce((a, b) => a * b, batch);
    // Distinct values: two equal ones in a pooling window have no one right gradient.
    return Float32Array.from({ length: size }, () => normal(random));
  });
}

/** Random inputs of a case. */
function valuesFor(one: NodeCase, seed: number, batch: number): Float32Array[] {
  const values = randomValues(one.inputs, seed, batch);
  return one.positive ? values.map((input) => input.map((value) => 0.3 + Math.abs(value))) : values;
}

async function check(one: NodeCase, seed: number, batch: number, backend: Tested): Promise<void> {
  const values = valuesFor(one, seed, batch);
  const feeds = one.inputs.map(
    (shape, i): Node => ({
      kind: 'input',
      name: `in${i}`,
      inputs: [],
      shape: shape as never,
      parameters: 0,
      listed: false,
    }),
  );
  const shape = inferShapes([...feeds, one.node]).get('tested') ?? [];
  const seeds = randomValues([shape], seed + 1, batch)[0] as Float32Array;
  const expected = await theirs(one, values, seeds, batch);
  await tf.setBackend(backend);
  const tensors = memoryReport().tensors;
  const found = await ours(one, values, seeds, batch);
  expect(memoryReport().tensors).toBe(tensors);
  expect(found.shape.slice(1)).toEqual([...shape]);
  expect(relativeError(found.output, expected.output)).toBeLessThan(1e-4);
  found.gradients.forEach((gradient, i) => {
    expect(relativeError(gradient, expected.gradients[i] ?? [])).toBeLessThan(1e-4);
  });
}

const sizes: fc.Arbitrary<Sizes> = fc
  .record({
    height: fc.integer({ min: 1, max: 11 }),
    width: fc.integer({ min: 1, max: 11 }),
    channelsIn: fc.integer({ min: 1, max: 9 }),
    channelsOut: fc.integer({ min: 1, max: 9 }),
    kernel: fc.constantFrom(1, 2, 3, 5, 7),
    stride: fc.constantFrom(1, 2, 3),
    padding: fc.constantFrom('same' as const, 'valid' as const),
    activation: fc.constantFrom('linear', 'relu', 'relu6', 'sigmoid', 'tanh', 'elu'),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .filter(
    ({ height, width, kernel, padding }) => padding === 'same' || Math.min(height, width) >= kernel,
  ) as fc.Arbitrary<Sizes>;

describe.each(backends)('on %s, the rule for', (backend) => {
  test.each([0, 1, 2, 3, 4])('window case %i agrees with TensorFlow.js for random sizes', async (index) => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 3 }), async (size, batch) => {
        const one = windowCases(size)[index] as NodeCase;
        await check(one, size.seed, batch, backend);
      }),
      { numRuns: 25, seed: 11 },
    );
  });

  test.each(plain.map((one) => [one.title, one] as const))('%s agrees with TensorFlow.js', async (_, one) => {
    await check(one, 5, 2, backend);
  });
});

/** A software renderer is slow: a few small cases there, every kind of node at least once. */
describe('on webgl, the rule for', () => {
  beforeAll(() => openDevice('webgl', () => undefined));
  const small = { height: 6, width: 5, channelsIn: 3, channelsOut: 4, kernel: 3, padding: 'same', seed: 4 } as const;
  const cases = [
    ...windowCases({ ...small, stride: 1, activation: 'relu' }),
    ...windowCases({ ...small, stride: 2, activation: 'elu' }),
    ...windowCases({ ...small, stride: 2, padding: 'valid', activation: 'linear' }),
    ...windowCases({ ...small, kernel: 2, stride: 3, padding: 'valid', activation: 'linear' }),
    ...plain,
  ];
  test.each(cases.map((one, i) => [`${one.title} (${i})`, one] as const))('%s agrees with TensorFlow.js', (_, one) =>
    check(one, 6, 2, 'webgl'),
  );
});

describe('finite differences', () => {
  const size: Sizes = {
    height: 7,
    width: 6,
    channelsIn: 3,
    channelsOut: 4,
    kernel: 3,
    stride: 2,
    padding: 'same',
    activation: 'linear',
    seed: 4,
  };
  const all = [
    ...windowCases(size),
    ...windowCases({ ...size, stride: 1, activation: 'tanh' }),
    ...plainCases(8),
    ...pointwiseCases(8),
    ...mergeCases(),
    ...formCases(),
    ...unevenCases(8),
  ];

  test.each(all.map((one) => [one.title, one] as const))('%s', async (_, one) => {
    await tf.setBackend('wasm');
    const values = valuesFor(one, 21, 1);
    const seed = await seedFor(one, values);
    const { gradients } = await ours(one, values, seed, 1);
    const objective = async (changed: Float32Array) => {
      const result = await ours(one, [changed, ...values.slice(1)], seed, 1);
      return result.output.reduce((sum, value, i) => sum + value * (seed[i] ?? 0), 0);
    };
    const first = values[0] as Float32Array;
    const step = 4e-3;
    for (let i = 0; i < first.length; i += Math.ceil(first.length / 12)) {
      const up = first.slice();
      const down = first.slice();
      up[i] = (up[i] ?? 0) + step;
      down[i] = (down[i] ?? 0) - step;
      const slope = ((await objective(up)) - (await objective(down))) / (2 * step);
      expect(Math.abs(slope - (gradients[0]?.[i] ?? Number.NaN))).toBeLessThan(1e-2 * Math.max(1, Math.abs(slope)));
    }
  });
});

async function seedFor(one: NodeCase, values: Float32Array[]): Promise<Float32Array> {
  const weights = new DeviceWeights();
  const count = tf.tidy(() => {
    const inputs = one.node.inputs.map((name) => {
      const i = Number(name.slice(2));
      return tf.tensor(values[i] as Float32Array, [1, ...(one.inputs[i] ?? [])]) as tf.Tensor;
    });
    return ruleOf(one.node).forward(one.node, inputs, weights).size;
  });
  weights.dispose();
  return randomValues([[count]], 22, 1)[0] as Float32Array;
}

/**
 * gradient · slope, gradient where positive · slope, gradient where positive; Lucid's, which a leaking unit never
 * needs.
 */
test.each([
  ['standard', [0.2, -0.4, 1, -2]],
  ['guided', [0.2, 0, 1, 0]],
  ['deconvnet', [1, 0, 1, 0]],
  ['redirected', [0.2, -0.4, 1, -2]],
] as const)('a leaky and a parametric ReLU follow the rule %s', async (reluRule, expected) => {
  await tf.setBackend('wasm');
  const slope = { shape: [1], values: Float32Array.of(0.2) };
  const common = { name: 'tested', inputs: ['in0'], parameters: 0, listed: true } as const;
  const nodes: Node[] = [
    { ...common, kind: 'pointwise', operation: { name: 'rectify', slope: 0.2, threshold: 0, ceiling: null } },
    { ...common, kind: 'prelu', slope },
  ];
  for (const node of nodes) {
    const weights = new DeviceWeights();
    const input = tf.tensor([-1, -2, 1, 2], [1, 4]);
    const output = tf.tidy(() => ruleOf(node).forward(node, [input], weights));
    const feed: Node = { kind: 'flatten', name: 'in0', inputs: [], parameters: 0, listed: false };
    const pass = new Pass(
      [feed, node],
      weights,
      new Map([
        ['in0', input as tf.Tensor],
        ['tested', output],
      ]),
    );
    const seed = tf.tensor([1, -2, 1, -2], [1, 4]);
    const gradient = await backward(signal, pass, seed, { downTo: 'in0', reluRule });
    expect(relativeError(await gradient.data(), expected)).toBeLessThan(1e-6);
    tf.dispose([input, output, seed, gradient]);
    weights.dispose();
  }
});
