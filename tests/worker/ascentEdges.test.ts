/** Ascents at their edges: refused ones, dead filters, and every objective against an answer of its own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AscentSettings } from '../../src/shared/ascent';
import type { AscendSlice } from '../../src/shared/calls/filterCalls';
import { presetSettings } from '../../src/shared/presets';
import { createRandom } from '../../src/shared/random';
import { ascend } from '../../src/worker/explain/ascent/ascend';
import { createObjective } from '../../src/worker/explain/ascent/objective';
import { gaussianBlur } from '../../src/worker/explain/ascent/regularise';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { tensor, tidy } from '../../src/worker/kernels/tensor';
import { forward } from '../../src/worker/network/forward';
import type { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { planTo } from '../../src/worker/network/plan';
import { relativeError } from './support/compare';
import { type GoldenAnswers, goldenAnswers, goldenInput, loadGolden } from './support/golden';

const signal = new AbortController().signal;
let loaded: LoadedGraph;
let answers: GoldenAnswers;

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  loaded = await loadGolden(7);
  answers = await goldenAnswers(7);
});
afterAll(() => loaded.dispose());

const report = (change: Partial<AscentSettings> = {}) => ({ ...presetSettings('seed-report'), size: 64, ...change });

/** All frames of an ascent in one slice. */
async function framesOf(change: Partial<AscendSlice>) {
  const slice: AscendSlice = {
    network: 'golden',
    layer: 'conv2_2',
    filter: 1,
    settings: report(),
    untilStep: 1,
    budget: Number.POSITIVE_INFINITY,
    frameInterval: 0,
    wantValues: false,
    ...change,
  };
  const frames = [];
  for await (const frame of ascend(signal, loaded, slice)) frames.push(frame);
  return frames;
}

describe('a refused ascent names cause and remedy and leaves no tensor', () => {
  test.each<[string, Partial<AscendSlice>, string]>([
    [
      'a start for a spectrum',
      { settings: { ...presetSettings('lucid'), size: 64 }, start: new Float32Array(64 * 64 * 3) },
      'Lucid',
    ],
    [
      'a start of another size behind a flatten',
      { layer: 'predictions', start: new Float32Array(32 * 32 * 3) },
      'start has',
    ],
    ['a filter that is not there', { filter: 999 }, 'no filter 999'],
    ['a size of which nothing is left', { layer: 'conv3_2', settings: report({ size: 2 }) }, 'nothing of the picture'],
  ])('%s', async (_, change, cause) => {
    await framesOf({ layer: change.layer ?? 'conv2_2' });
    const { tensors } = memoryReport();
    for (let time = 0; time < 3; time++) {
      await expect(framesOf(change)).rejects.toMatchObject({
        name: 'FoveaError',
        message: expect.stringContaining(cause),
        remedy: expect.any(String),
      });
    }
    expect(memoryReport().tensors).toBe(tensors);
  });
});

describe('a filter that is dead at its start', () => {
  const dead = () => {
    const found = answers.ascent.find(({ losses }) => losses.every((loss) => loss === 0));
    if (found === undefined) throw new Error('The golden answers hold a dead filter.');
    const { layer, filter, start } = found;
    return { layer, filter, start: Float32Array.from(start), untilStep: 20 };
  };

  test('stays dead without redirected gradients, its picture unchanged, as PyTorch’s does', async () => {
    const frames = await framesOf({ ...dead(), settings: report({ redirect: 0 }) });
    expect(frames.every((frame) => frame.dead)).toBe(true);
    expect(frames.flatMap(({ objectives }) => objectives)).toEqual(new Array(20).fill(0));
    expect(frames.at(-1)?.picture.rgba).toEqual(frames[0]?.picture.rgba);
  });

  test('wakes when its first 16 steps have them', async () => {
    const frames = await framesOf({ ...dead(), settings: report({ redirect: 16 }) });
    const objectives = frames.flatMap((frame) => frame.objectives);
    expect(objectives[0]).toBe(0);
    expect(objectives.at(-1)).toBeGreaterThan(0);
    expect(frames.at(-1)?.dead).toBe(false);
  });
});

describe('objectives', () => {
  const valueAt = async (objective: AscentSettings['objective'], layer: string, filter: number) => {
    const start = await goldenInput(7);
    const [frame] = await framesOf({ layer, filter, start, settings: report({ objective }) });
    return frame?.objectives[0] ?? Number.NaN;
  };
  const activation = async (layer: string) => {
    const input = tensor(await goldenInput(7), [1, 64, 64, 3]);
    const pass = await forward(signal, planTo(loaded.network.graph, layer), loaded.weights, input);
    const { shape } = pass.output;
    const values = Float32Array.from(await pass.output.data());
    pass.dispose();
    input.dispose();
    return { values, shape };
  };

  test('neuron: the filter’s activation in the middle of its map', async () => {
    const { values, shape } = await activation('conv2_2');
    const [, height = 0, width = 0, channels = 0] = shape;
    const cell = Math.floor(height / 2) * width + Math.floor(width / 2);
    for (const filter of [0, 1, 7]) {
      const expected = values[cell * channels + filter] ?? Number.NaN;
      expect(Math.abs((await valueAt('neuron', 'conv2_2', filter)) - expected)).toBeLessThan(1e-5);
    }
  });

  test('layer: the mean of all squared activations', async () => {
    const { values } = await activation('conv2_2');
    const expected = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(relativeError([await valueAt('layer', 'conv2_2', 0)], [expected])).toBeLessThan(1e-4);
  });

  test('an output’s logit: PyTorch’s', async () => {
    for (const unit of [0, 1, answers.top]) {
      const expected = answers.logits[unit] ?? Number.NaN;
      expect(Math.abs((await valueAt('channel', 'predictions', unit)) - expected)).toBeLessThan(1e-4);
    }
  });

  test.each(['channel', 'neuron', 'layer'] as const)('%s: gradient against finite differences', (kind) => {
    const shape = [1, 7, 6, 2];
    const random = createRandom(3);
    const values = Float32Array.from({ length: 84 }, () => random() - 0.5);
    const objective = createObjective(kind, shape.slice(1), 2);
    const objectiveAt = (given: Float32Array) => {
      const scalar = tidy(() => objective.value(tensor(given, shape as [number, number, number, number])));
      const [value = Number.NaN] = scalar.dataSync();
      scalar.dispose();
      return value;
    };
    const made = tidy(() => objective.gradient(tensor(values, shape as [number, number, number, number])));
    const gradient = made.dataSync();
    made.dispose();
    expect(gradient.some((value) => value !== 0)).toBe(true);
    values.forEach((_, i) => {
      const changed = (by: number) => values.map((value, k) => (k === i ? value + by : value));
      expect((objectiveAt(changed(0.05)) - objectiveAt(changed(-0.05))) / 0.1).toBeCloseTo(
        gradient[i] ?? Number.NaN,
        4,
      );
    });
    objective.dispose();
  });
});

test('the blur is the Gaussian over both directions, mirrored at the edges', () => {
  const [size, sigma] = [9, 1.1];
  const random = createRandom(5);
  const picture = Float32Array.from({ length: size * size * 3 }, () => random());
  const mirrored = (i: number) => (i < 0 ? -i : i >= size ? 2 * (size - 1) - i : i);
  const radius = Math.ceil(3 * sigma);
  const expected = picture.map((_, index) => {
    const [y, x, c] = [Math.floor(index / 3 / size), Math.floor(index / 3) % size, index % 3];
    let [sum, total] = [0, 0];
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        const weight = Math.exp(-(dy * dy + dx * dx) / (2 * sigma * sigma));
        sum += weight * (picture[(mirrored(y + dy) * size + mirrored(x + dx)) * 3 + c] ?? 0);
        total += weight;
      }
    }
    return sum / total;
  });
  const blurred = tidy(() => gaussianBlur(tensor(picture, [1, size, size, 3]), sigma));
  expect(relativeError(blurred.dataSync(), [...expected])).toBeLessThan(1e-5);
  blurred.dispose();
});

test('the widest blur of the largest picture takes a moment, not a worker’s life', async () => {
  const picture = tensor(new Float32Array(512 * 512 * 3), [1, 512, 512, 3]);
  const began = performance.now();
  const blurred = tidy(() => gaussianBlur(picture, 8));
  await blurred.data();
  expect(performance.now() - began).toBeLessThan(5000);
  blurred.dispose();
  picture.dispose();
});
