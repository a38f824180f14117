import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AttributionMap,
  defaultMethodSettings,
  type PerturbationCurve,
  type RandomisationStep,
  type Target,
} from '../../src/shared/explain';
import { createRandom } from '../../src/shared/random';
import { inputValues } from '../../src/worker/explain/inputValues';
import { createTarget } from '../../src/worker/explain/target/createTarget';
import { perturb } from '../../src/worker/explain/trust/perturb';
import { randomise } from '../../src/worker/explain/trust/randomise';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import type { Network, Node } from '../../src/worker/network/graph';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { dlibResnet, hseMobilenet } from './support/bundled';
import { load, never, smoothPicture } from './support/explaining';

const tensors = () => memoryReport().tensors;
const gradCam = { method: 'grad-cam', settings: defaultMethodSettings } as const;

beforeAll(() => openDevice('wasm', () => undefined));

describe('weight randomisation', () => {
  const cases = [
    { spec: dlibResnet, size: 150, embedding: 'fc', dimensions: 128, layer: 'conv256_1', top: 'fc' },
    {
      spec: hseMobilenet,
      size: 224,
      embedding: 'global_pooling/Mean',
      dimensions: 1024,
      layer: 'conv_pw_13_relu',
      top: '',
    },
  ];

  test.each(cases)('of $spec.id', async ({ spec, size, embedding, dimensions, layer, top }) => {
    const before = tensors();
    const loaded = await load(spec);
    const random = createRandom(4);
    const reference = Float32Array.from({ length: dimensions }, () => random());
    const target: Target = { kind: 'similarity', layer: embedding, reference };
    const question = {
      input: inputValues(loaded.network, smoothPicture(size, 2)),
      target: createTarget(loaded.network, target),
      layer,
    };
    const run = async (seed: number) => {
      const steps: RandomisationStep[] = [];
      for await (const step of randomise(never, loaded, question, gradCam, seed)) steps.push(step);
      return steps;
    };
    const steps = await run(1);
    expect(steps).toHaveLength(6);
    if (top !== '') expect(steps[0]?.layer).toBe(top);
    const weighted = [...loaded.network.graph.values()].find((node) => 'filter' in node);
    expect(steps.at(-1)?.layer).toBe(weighted?.name);
    for (const { map, correlation } of steps) {
      expect(map.values.every(Number.isFinite)).toBe(true);
      if (!Number.isNaN(correlation)) expect(Math.abs(correlation)).toBeLessThanOrEqual(1);
      else expect(new Set(map.values).size).toBe(1);
    }
    // Whatever is left of a map that no layer has learned anything for, it is not the map.
    expect(steps.at(-1)?.correlation ?? 0).not.toBeGreaterThan(0.9);

    const held = tensors();
    const again = await run(1);
    expect(again.map(({ correlation }) => correlation)).toEqual(steps.map(({ correlation }) => correlation));
    expect(tensors()).toBe(held);

    const controller = new AbortController();
    const stopped = randomise(controller.signal, loaded, question, gradCam, 1);
    await stopped.next();
    controller.abort();
    await expect(stopped.next()).rejects.toThrow();
    expect(tensors()).toBe(held);
    loaded.dispose();
    expect(tensors()).toBe(before);
  });
});

/** Two classes whose logits are 0 and 4 × (mean of all values − 1): the score can be computed by hand. */
function brightness(size: number): Network {
  const base = (name: string, ...inputs: string[]) => ({ name, inputs, parameters: 0, listed: true });
  const kernel = { shape: [3, 2], values: Float32Array.of(0, 4 / 3, 0, 4 / 3, 0, 4 / 3) };
  const bias = { shape: [2], values: Float32Array.of(0, -4) };
  const nodes: Node[] = [
    { ...base('input'), kind: 'input', shape: [size, size, 3] },
    { ...base('pool', 'input'), kind: 'globalAveragePool' },
    { ...base('logits', 'pool'), kind: 'dense', kernel, bias, activation: 'linear' },
  ];
  return {
    id: 'brightness',
    name: 'Brightness',
    graph: new Map(nodes.map((node) => [node.name, node])),
    preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
    outputs: { embedding: null, classes: [] },
    margin: 0,
    hash: 'brightness',
  };
}

describe('deletion and insertion', () => {
  const size = 20;
  const random = createRandom(8);
  const input = Float32Array.from({ length: size * size * 3 }, () => 2 * random());
  const brightnessOf = (pixel: number) => [0, 1, 2].reduce((sum, c) => sum + (input[3 * pixel + c] ?? 0) / 3, 0);
  const map: AttributionMap = {
    width: size,
    height: size,
    values: Float32Array.from({ length: size * size }, (_, pixel) => brightnessOf(pixel)),
    signed: false,
  };
  const pixels = [...map.values.keys()];
  const mean = pixels.reduce((sum, pixel) => sum + brightnessOf(pixel), 0) / pixels.length;

  const curves = async (steps: number) => {
    const loaded = new LoadedGraph(brightness(size));
    const target = createTarget(loaded.network, { kind: 'class', layer: 'logits', index: 1 });
    const found: PerturbationCurve[] = [];
    for await (const curve of perturb(never, loaded, { input, target }, { map, steps, seed: 3 })) found.push(curve);
    loaded.dispose();
    return found;
  };

  test('the scores of a network that sees brightness alone, by hand', async () => {
    const before = tensors();
    const found = await curves(13);
    expect(found.map(({ kind, order }) => `${kind} ${order}`)).toEqual([
      'deletion map',
      'deletion random',
      'insertion map',
      'insertion random',
    ]);
    const brightest = [...pixels].sort((a, b) => brightnessOf(b) - brightnessOf(a));
    const [deletion] = found;
    deletion?.shares.forEach((share, i) => {
      expect(share).toBeCloseTo(i / 12, 10);
      const gone = new Set(brightest.slice(0, Math.round(share * pixels.length)));
      const left =
        pixels.reduce((sum, pixel) => sum + (gone.has(pixel) ? mean : brightnessOf(pixel)), 0) / pixels.length;
      expect(deletion.scores[i]).toBeCloseTo(1 / (1 + Math.exp(-4 * (left - 1))), 4);
    });
    expect(tensors()).toBe(before);
  });

  test('the map’s order deletes the score faster and inserts it sooner than chance, and ends where chance ends', async () => {
    const [deletion, chanceOut, insertion, chanceIn] = await curves(25);
    expect(deletion?.area).toBeLessThan((chanceOut?.area ?? 0) - 0.01);
    expect(insertion?.area).toBeGreaterThan((chanceIn?.area ?? 1) + 0.01);
    expect(deletion?.scores.at(-1)).toBeCloseTo(chanceOut?.scores.at(-1) ?? Number.NaN, 6);
    expect(insertion?.scores.at(-1)).toBeCloseTo(deletion?.scores[0] ?? Number.NaN, 6);
  });

  test('the area is the mean of the trapezia', async () => {
    for (const { scores, area } of await curves(7)) {
      const trapezia = scores.slice(1).map((score, i) => (score + (scores[i] ?? 0)) / 2);
      expect(area).toBeCloseTo(trapezia.reduce((sum, value) => sum + value, 0) / 6, 8);
    }
  });
});
