import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseTarget } from '../../src/page/flows/faces/chooseTarget';
import type { IdentityHead } from '../../src/shared/explain';
import type { NetworkInfo } from '../../src/shared/network';
import { createRandom, normal } from '../../src/shared/random';
import { inputValues } from '../../src/worker/explain/inputValues';
import { createTarget } from '../../src/worker/explain/target/createTarget';
import { embed } from '../../src/worker/explain/target/embed';
import { recognise } from '../../src/worker/explain/target/recognise';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { tensor } from '../../src/worker/kernels/tensor';
import { forward } from '../../src/worker/network/forward';
import { infer } from '../../src/worker/network/infer';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { planTo, planToAll } from '../../src/worker/network/plan';
import { relativeError } from './support/compare';
import { never, toyNetwork, toyPicture } from './support/explaining';

let toy: LoadedGraph;
let tensorsAtFirst: number;

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  tensorsAtFirst = memoryReport().tensors;
  toy = new LoadedGraph(toyNetwork());
});

afterAll(() => {
  toy.dispose();
  expect(memoryReport().tensors).toBe(tensorsAtFirst);
});

const random = createRandom(9);
const vector = (length: number) => Float32Array.from({ length }, () => normal(random));
const valuesOf = (seed: number) => inputValues(toy.network, toyPicture(seed));

/** A layer's output by a pass of its own. */
async function outputOf(layer: string, values: Float32Array): Promise<Float32Array> {
  const input = tensor(values, [1, 12, 10, 3]);
  const pass = await forward(never, planTo(toy.network.graph, layer), toy.weights, input);
  const output = Float32Array.from(await pass.output.data());
  pass.dispose();
  input.dispose();
  return output;
}

const softmaxOf = (logits: readonly number[]) => {
  const powers = logits.map(Math.exp);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};

describe('one pass for several layers', () => {
  test('gives what a pass for each gives, a convolution before its own ReLU too', async () => {
    const layers = ['conv1', 'side', 'logits', 'switch/sigmoid', 'relu1'];
    const input = tensor(valuesOf(1), [1, 12, 10, 3]);
    const before = memoryReport().tensors;
    const pass = await infer(never, planToAll(toy.network.graph, layers), toy.weights, input, layers);
    for (const layer of layers) {
      const values = await pass.activation(layer).data();
      expect(relativeError(values, await outputOf(layer, valuesOf(1)))).toBeLessThan(1e-6);
    }
    expect([...pass.activations.keys()].sort()).toEqual([...layers, 'input'].sort());
    pass.dispose();
    expect(memoryReport().tensors - before).toBeLessThanOrEqual(10);
    input.dispose();
  });

  test('still fuses what nobody asked for', () => {
    const { graph } = toy.network;
    expect(planToAll(graph, ['logits', 'switch']).some(({ name }) => name === 'conv1')).toBe(false);
    expect(planToAll(graph, ['logits', 'conv1']).some(({ name }) => name === 'conv1')).toBe(true);
    expect(planToAll(graph, ['logits'])).toEqual(planTo(graph, 'logits'));
  });
});

describe('recognise', () => {
  const head: IdentityHead = {
    network: 'toy',
    hash: 'toy-hash',
    layer: 'pool',
    names: ['A', 'B'],
    weights: vector(10),
    bias: vector(2),
    scale: 16,
    references: new Float32Array(10),
    owners: [1, 0],
    unknownDistance: 0.1,
  };

  test('classes, a sigmoid’s two labels and the embedding', async () => {
    const found = await recognise(never, toy, valuesOf(1), null);
    const logits = [...(await outputOf('logits', valuesOf(1)))];
    const [classes, binary] = found.outputs;
    expect(classes?.output).toBe('classes');
    expect(classes?.scores.map(({ label }) => label)).toEqual(['a', 'b', 'c', 'd']);
    expect(relativeError(classes?.scores.map(({ logit }) => logit) ?? [], logits)).toBeLessThan(1e-5);
    const probabilities = classes?.scores.map(({ probability }) => probability) ?? [];
    expect(relativeError(probabilities, softmaxOf(logits))).toBeLessThan(1e-4);
    const [p = Number.NaN] = await outputOf('switch/sigmoid', valuesOf(1));
    expect(binary?.scores.map(({ label }) => label)).toEqual(['off', 'on']);
    expect(binary?.scores[1]?.probability).toBeCloseTo(p, 5);
    expect(binary?.scores[0]?.probability).toBeCloseTo(1 - p, 5);
    expect(relativeError(found.embedding ?? [], await outputOf('pool', valuesOf(1)))).toBeLessThan(1e-6);
    expect(found.identity).toBeNull();
  });

  test('people, the nearest photo and the unknown', async () => {
    const embedding = await outputOf('pool', valuesOf(1));
    const length = Math.hypot(...embedding);
    const unit = embedding.map((value) => value / length);
    // A's photo is this very one, B's is its opposite.
    const references = Float32Array.of(...unit.map((value) => -value), ...unit);
    const { identity } = await recognise(never, toy, valuesOf(1), { ...head, references });
    const logits = [0, 1].map(
      (k) => 16 * unit.reduce((sum, e, i) => sum + e * (head.weights[5 * k + i] ?? 0), 0) + (head.bias[k] ?? 0),
    );
    expect(relativeError(identity?.scores.map(({ logit }) => logit) ?? [], logits)).toBeLessThan(1e-5);
    expect(identity?.scores.map(({ label }) => label)).toEqual(['A', 'B']);
    expect(identity?.nearest.index).toBe(0);
    expect(identity?.nearest.distance).toBeCloseTo(0, 5);
    expect(identity?.unknown).toBe(false);
    const onlyOpposite = { ...head, owners: [1], references: references.slice(0, 5) };
    const { identity: stranger } = await recognise(never, toy, valuesOf(1), onlyOpposite);
    expect(stranger?.nearest.distance).toBeCloseTo(2, 5);
    expect(stranger?.unknown).toBe(true);
  });

  test('a head of another network is refused', async () => {
    const other = { ...head, hash: 'other' };
    await expect(recognise(never, toy, valuesOf(1), other)).rejects.toThrow('trained on another network');
  });
});

test('what the page asks for is what it showed: each label’s own logit and probability', async () => {
  const recognition = await recognise(never, toy, valuesOf(1), null);
  const { id, name, hash, outputs, preprocessing, margin } = toy.network;
  const info = { id, name, hash, outputs, preprocessing, margin } as unknown as NetworkInfo;
  const asked: [string, number][] = [];
  for (const { output, scores } of recognition.outputs) {
    for (const { index, label, logit, probability } of scores) {
      const choice = { kind: 'class', output, index } as const;
      const named = chooseTarget({ choice, info, recognition, head: null, reference: null });
      if (named === null) throw new Error(`No target for ${label}.`);
      expect(named.label).toBe(label);
      const target = createTarget(toy.network, named.target);
      const units = await outputOf(target.layer, valuesOf(1));
      expect(target.value(units)).toBeCloseTo(logit, 5);
      expect(target.probability(units)).toBeCloseTo(probability, 5);
      asked.push([output, index]);
    }
  }
  expect(asked.filter(([output]) => output === 'switch')).toEqual([
    ['switch', 0],
    ['switch', 1],
  ]);
});

test('embeddings of many inputs, several a pass, are those of each alone', async () => {
  const done: number[] = [];
  const fill = (index: number, values: Float32Array) => values.set(valuesOf(index));
  const { embeddings, dimensions } = await embed(never, toy, 19, fill, (count) => done.push(count));
  expect(dimensions).toBe(5);
  expect(done).toEqual([8, 16, 19]);
  for (const index of [0, 7, 8, 18]) {
    const alone = await outputOf('pool', valuesOf(index));
    expect(relativeError(embeddings.slice(index * 5, index * 5 + 5), alone)).toBeLessThan(1e-5);
  }
});
