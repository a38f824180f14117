import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultMethodSettings, type MethodId, type Target } from '../../src/shared/explain';
import { createRandom, normal } from '../../src/shared/random';
import { resizeMap } from '../../src/shared/raster/resizeMap';
import { attribute } from '../../src/worker/explain/attribute';
import { gradCamWeights } from '../../src/worker/explain/cam/gradCam';
import { layerView } from '../../src/worker/explain/cam/layerView';
import { inputValues } from '../../src/worker/explain/inputValues';
import { outputsFor } from '../../src/worker/explain/outputsFor';
import type { Model } from '../../src/worker/explain/question';
import { createTarget } from '../../src/worker/explain/target/createTarget';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { dlibResnet, hseMobilenet } from './support/bundled';
import { relativeError } from './support/compare';
import { load, never, smoothPicture, toyNetwork, toyPicture, withOffset } from './support/explaining';

const tensors = () => memoryReport().tensors;
const withSettings = (method: MethodId, settings = {}) => ({
  method,
  settings: { ...defaultMethodSettings, ...settings },
});

let loaded: Record<'toy' | 'dlib' | 'hse', LoadedGraph>;
let tensorsAtFirst: number;

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  tensorsAtFirst = tensors();
  loaded = { toy: new LoadedGraph(toyNetwork()), dlib: await load(dlibResnet), hse: await load(hseMobilenet) };
});

afterAll(() => {
  for (const network of Object.values(loaded)) network.dispose();
  expect(tensors()).toBe(tensorsAtFirst);
});

const random = createRandom(2);
const reference = (dimensions: number) => Float32Array.from({ length: dimensions }, () => normal(random));
const toyClass: Target = { kind: 'class', layer: 'logits', index: 2 };

const questionOf = (model: Model, picture: ReturnType<typeof toyPicture>, target: Target, layer: string) => ({
  input: inputValues(model.network, picture),
  target: createTarget(model.network, target),
  layer,
});
const toyQuestion = (layer = 'conv2', target = toyClass) => questionOf(loaded.toy, toyPicture(1), target, layer);

async function scoreOf(model: Model, question: ReturnType<typeof toyQuestion>, input = question.input) {
  const [output] = await outputsFor(never, model, question.target.layer, 1, (_, values) => values.set(input));
  return question.target.value(output ?? new Float32Array(0));
}

describe('Grad-CAM’s weights are what an offset of the channel does to the target', () => {
  const similarTo = (layer: string, dimensions: number): Target => ({
    kind: 'similarity',
    layer,
    reference: reference(dimensions),
  });
  const age: Target = { kind: 'class', layer: 'age_pred', index: 30 };
  const cases = [
    { net: 'toy', size: 0, layer: 'conv1', target: toyClass, step: 1e-3 },
    { net: 'toy', size: 0, layer: 'relu1', target: toyClass, step: 1e-3 },
    { net: 'toy', size: 0, layer: 'conv2', target: toyClass, step: 1e-2 },
    { net: 'dlib', size: 150, layer: 'conv64_2/conv1', target: similarTo('fc', 128), step: 5e-3 },
    { net: 'dlib', size: 150, layer: 'conv128_down/conv2', target: similarTo('fc', 128), step: 5e-3 },
    { net: 'dlib', size: 150, layer: 'conv256_1', target: similarTo('fc', 128), step: 5e-3 },
    { net: 'hse', size: 224, layer: 'conv_pw_13_relu', target: similarTo('global_pooling/Mean', 1024), step: 2e-2 },
    { net: 'hse', size: 224, layer: 'conv_pw_13_relu', target: age, step: 2e-2 },
    { net: 'hse', size: 224, layer: 'conv_dw_11_relu', target: age, step: 5e-3 },
  ] as const;

  test.each(cases)('$net at $layer for a $target.kind', async ({ net, size, layer, target, step }) => {
    const model = loaded[net];
    const question = questionOf(model, size === 0 ? toyPicture(1) : smoothPicture(size, 3), target, layer);
    const view = await layerView(never, model, question);
    const { width, height, channels } = view;
    const weights = gradCamWeights(view);
    const found: number[] = [];
    const expected: number[] = [];
    // The four channels that matter most: the others' differences drown in rounding.
    const strongest = [...weights.keys()]
      .sort((a, b) => Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0))
      .slice(0, 4);
    for (const channel of strongest) {
      const ends = [step, -step].map((by) => scoreOf(withOffset(model, layer, channels, channel, by), question));
      const [up = 0, down = 0] = await Promise.all(ends);
      found.push((weights[channel] ?? Number.NaN) * width * height);
      expected.push((up - down) / (2 * step));
      model.releaseNarrowed();
    }
    const largest = Math.max(...expected.map(Math.abs));
    expect(largest).toBeGreaterThan(0);
    expected.forEach((value, i) => {
      expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThan(0.03 * largest);
    });
  });
});

describe('at the level of pixels', () => {
  test('the gradient is the finite difference at the pixel’s strongest colour', async () => {
    const question = toyQuestion();
    const { map } = await attribute(never, loaded.toy, question, withSettings('gradient'));
    expect([map.width, map.height, map.signed]).toEqual([10, 12, false]);
    for (const pixel of [0, 37, 64, 119]) {
      const differences = await Promise.all(
        [0, 1, 2].map(async (c) => {
          const moved = (by: number) => question.input.map((value, i) => (i === 3 * pixel + c ? value + by : value));
          const [up, down] = await Promise.all([1e-3, -1e-3].map((by) => scoreOf(loaded.toy, question, moved(by))));
          return Math.abs((up ?? 0) - (down ?? 0)) / 2e-3;
        }),
      );
      const expected = Math.max(...differences);
      expect(Math.abs((map.values[pixel] ?? Number.NaN) - expected)).toBeLessThan(0.02 * (1 + expected));
    }
  });

  test('integrated gradients sum up to the difference from black', async () => {
    for (const question of [toyQuestion(), toyQuestion('', { ...toyClass, layer: 'switch', index: 0 })]) {
      const settings = withSettings('integrated-gradients', { steps: 256 });
      const { completeness, score, map } = await attribute(never, loaded.toy, question, settings);
      const black = new Float32Array(360).map((_, i) => -([100, 110, 120][i % 3] ?? 0) / 64);
      const difference = score - (await scoreOf(loaded.toy, question, black));
      expect(completeness?.difference).toBeCloseTo(difference, 4);
      expect(map.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(completeness?.sum ?? Number.NaN, 4);
      expect(Math.abs((completeness?.sum ?? 0) - difference)).toBeLessThan(0.01 * Math.abs(difference));
    }
  });

  test('integrated gradients of a real network: completeness within 1 %', async () => {
    const fill = (_: number, values: Float32Array) =>
      values.set(inputValues(loaded.dlib.network, smoothPicture(150, 3)));
    const [itself = new Float32Array(0)] = await outputsFor(never, loaded.dlib, 'fc', 1, fill);
    const target: Target = { kind: 'similarity', layer: 'fc', reference: itself };
    const question = questionOf(loaded.dlib, smoothPicture(150, 3), target, '');
    const settings = withSettings('integrated-gradients', { steps: 64 });
    const { completeness } = await attribute(never, loaded.dlib, question, settings);
    const { sum, difference } = completeness ?? { sum: 0, difference: 0 };
    expect(Math.abs(difference)).toBeGreaterThan(0.05);
    expect(Math.abs(sum - difference)).toBeLessThan(0.01 * Math.abs(difference));
  });

  test('SmoothGrad without noise is the gradient; with noise it depends on its seed alone', async () => {
    const [question, toy] = [toyQuestion(), loaded.toy];
    const of = async (settings: object) =>
      (await attribute(never, toy, question, withSettings('smooth-grad', settings))).map.values;
    const plain = (await attribute(never, toy, question, withSettings('gradient'))).map.values;
    const silent = await of({ samples: 11, noise: 0 });
    plain.forEach((value, i) => {
      expect(silent[i]).toBeCloseTo(value, 4);
    });
    const noisy = await of({ samples: 11, noise: 0.2, seed: 3 });
    expect(noisy).toEqual(await of({ samples: 11, noise: 0.2, seed: 3 }));
    expect(noisy).not.toEqual(await of({ samples: 11, noise: 0.2, seed: 4 }));
  });

  test('guided Grad-CAM is guided backpropagation under the heat', async () => {
    const question = toyQuestion();
    const of = async (method: MethodId) => (await attribute(never, loaded.toy, question, withSettings(method))).map;
    const [guided, heat, both] = [
      await of('guided-backpropagation'),
      await of('grad-cam'),
      await of('guided-grad-cam'),
    ];
    const large = resizeMap(heat, 10, 12, 'centres');
    expect(Math.max(...both.values)).toBeGreaterThan(0);
    both.values.forEach((value, i) => {
      expect(value).toBeCloseTo((guided.values[i] ?? 0) * (large[i] ?? 0), 5);
    });
  });

  test('guided backpropagation stops what pushes downwards, which the gradient shows', async () => {
    const network = toyNetwork();
    const dense = network.graph.get('switch');
    if (dense?.kind !== 'dense') throw new Error('The toy has changed.');
    const kernel = { ...dense.kernel, values: dense.kernel.values.map(Math.abs) };
    const rising = new LoadedGraph({
      ...network,
      graph: new Map([...network.graph, ['switch', { ...dense, kernel }]]),
    });
    const largest = async (method: MethodId, index: number) => {
      const question = toyQuestion('', { kind: 'class', layer: 'switch', index });
      return Math.max(...(await attribute(never, rising, question, withSettings(method))).map.values);
    };
    // Every unit pushes `on` upwards and `off` downwards.
    expect(await largest('guided-backpropagation', 1)).toBeGreaterThan(0);
    expect(await largest('guided-backpropagation', 0)).toBe(0);
    expect(await largest('gradient', 0)).toBeGreaterThan(0);
    rising.dispose();
  });
});

describe('what cannot be explained says so', () => {
  const explain = (layer: string, method: MethodId = 'grad-cam') =>
    attribute(never, loaded.toy, toyQuestion(layer), withSettings(method));

  test.each(['grad-cam', 'score-cam', 'guided-grad-cam'] as const)('%s', async (method) => {
    await expect(explain('flatten', method)).rejects.toThrow('flatten has no spatial map');
    await expect(explain('side', method)).rejects.toThrow('(logits) does not depend on side');
    await expect(explain('nowhere', method)).rejects.toThrow('no layer “nowhere”');
  });

  test('a picture of another size, a target that is a map, a class that is none', () => {
    const picture = smoothPicture(12, 1);
    expect(() => questionOf(loaded.toy, picture, toyClass, 'conv2')).toThrow('10 × 12 pixels, not 12 × 12');
    expect(() => toyQuestion('conv2', { ...toyClass, layer: 'conv2' })).toThrow('conv2 gives a map');
    expect(() => toyQuestion('conv2', { ...toyClass, index: 4 })).toThrow('no class 4');
  });
});

test('a dead layer makes a zero map', async () => {
  const network = toyNetwork();
  const graph = new Map(network.graph);
  const conv = graph.get('conv2');
  if (conv?.kind === 'conv2d')
    graph.set('conv2', { ...conv, bias: { shape: [5], values: new Float32Array(5).fill(-1e4) } });
  const dead = new LoadedGraph({ ...network, graph });
  for (const method of [
    'grad-cam',
    'grad-cam++',
    'x-grad-cam',
    'eigen-cam',
    'eigen-grad-cam',
    'score-cam',
    'gradient',
  ] as const) {
    const { map } = await attribute(never, dead, toyQuestion(), withSettings(method));
    expect(map.values.every((value) => value === 0)).toBe(true);
  }
  dead.dispose();
});

describe('Score-CAM', () => {
  test('by its definition, one mask after the other', async () => {
    const question = toyQuestion();
    const fractions: number[] = [];
    const { map, filterWeights } = await attribute(never, loaded.toy, question, withSettings('score-cam'), (f) =>
      fractions.push(f),
    );
    const { activations, channels } = await layerView(never, loaded.toy, question);
    const scores: number[] = [];
    for (let c = 0; c < channels; c++) {
      // The layer has the input's size, so a mask is the channel itself.
      const channel = activations.filter((_, i) => i % channels === c);
      const [low, high] = [Math.min(...channel), Math.max(...channel)];
      const masked = question.input.map((value, i) =>
        high === low ? 0 : (value * ((channel[Math.floor(i / 3)] ?? 0) - low)) / (high - low),
      );
      scores.push(await scoreOf(loaded.toy, question, masked));
    }
    const total = scores.reduce((sum, score) => sum + Math.exp(score - (scores[0] ?? 0)), 0);
    const weights = scores.map((score) => Math.exp(score - (scores[0] ?? 0)) / total);
    map.values.forEach((value, cell) => {
      const expected = weights.reduce((sum, w, c) => sum + w * (activations[cell * channels + c] ?? 0), 0);
      expect(Math.abs(value - expected)).toBeLessThan(1e-4 * (1 + expected));
    });
    expect(fractions.at(-1)).toBe(1);
    expect(relativeError(filterWeights ?? [], weights)).toBeLessThan(1e-4);
  });

  test('stopped in the middle it leaves nothing behind', async () => {
    const target: Target = { kind: 'similarity', layer: 'fc', reference: reference(128) };
    const question = questionOf(loaded.dlib, smoothPicture(150, 3), target, 'conv256_1');
    await attribute(never, loaded.dlib, question, withSettings('grad-cam'));
    const before = tensors();
    const controller = new AbortController();
    let seen = 0;
    const stopped = attribute(controller.signal, loaded.dlib, question, withSettings('score-cam'), (fraction) => {
      seen = fraction;
      if (fraction > 0.05) controller.abort();
    });
    await expect(stopped).rejects.toThrow();
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(0.5);
    expect(tensors()).toBe(before);
  });
});
