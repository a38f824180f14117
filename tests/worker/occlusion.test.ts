/** Masks measured: against plain loops that paint each picture by hand and let the network judge it alone. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Picture } from '../../src/shared/ascent';
import type { Target } from '../../src/shared/explain';
import { regions } from '../../src/shared/face';
import type { GrowingMap, RegionNeed } from '../../src/shared/mask';
import { createRandom } from '../../src/shared/random';
import { fillPicture } from '../../src/shared/raster/fillPicture';
import { embed } from '../../src/worker/calls/embed';
import { NetworkShelf } from '../../src/worker/calls/networkShelf';
import { occlude } from '../../src/worker/calls/occlude';
import { regionNeeds } from '../../src/worker/calls/regionNeeds';
import { rise } from '../../src/worker/calls/rise';
import { inputValues } from '../../src/worker/explain/inputValues';
import { occlude as occludeInput } from '../../src/worker/explain/occlusion/occlude';
import { rise as riseInput } from '../../src/worker/explain/occlusion/rise';
import { riseMask } from '../../src/worker/explain/occlusion/riseMask';
import type { Model } from '../../src/worker/explain/question';
import { createTarget } from '../../src/worker/explain/target/createTarget';
import type { ScalarTarget } from '../../src/worker/explain/target/scalarTarget';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { inScope } from '../../src/worker/kernels/inScope';
import { readValues } from '../../src/worker/kernels/readValues';
import { tensor } from '../../src/worker/kernels/tensor';
import { forward } from '../../src/worker/network/forward';
import { inputOf } from '../../src/worker/network/graph';
import { planTo } from '../../src/worker/network/plan';
import { dlibResnet } from './support/bundled';
import { never, smoothPicture } from './support/explaining';
import { goldenAnswers, goldenInput, loadGolden } from './support/golden';

const tensors = () => memoryReport().tensors;
const shelf = new NetworkShelf();
const network = dlibResnet.id;
const size = 150;
const input = smoothPicture(size, 3);
const random = createRandom(12);
const target: Target = {
  kind: 'similarity',
  layer: 'fc',
  reference: Float32Array.from({ length: 128 }, () => random() - 0.5),
};

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  await shelf.load(never, dlibResnet, () => undefined);
  // Weights go to the device with the first pass, and stay.
  await embed(never, shelf, { network, inputs: [input] }, () => undefined);
});

/** The layer's output for one input alone, by the pass that keeps everything. */
const judge = ({ network: { graph }, weights }: Model, { layer }: ScalarTarget, values: Float32Array) =>
  inScope(async (own) => {
    const one = own(tensor(values, [1, ...inputOf(graph).shape]));
    return readValues(own(await forward(never, planTo(graph, layer), weights, one)).output);
  });

/** The picture with some of its pixels from another. */
function paint(picture: Picture, fill: Picture, hides: (x: number, y: number) => boolean): Picture {
  const rgba = picture.rgba.slice();
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const i = 4 * (y * picture.width + x);
      if (hides(x, y)) rgba.set(fill.rgba.subarray(i, i + 3), i);
    }
  }
  return { ...picture, rgba };
}

async function aborted(run: (signal: AbortSignal, stop: () => void) => Promise<unknown>): Promise<void> {
  const before = tensors();
  const controller = new AbortController();
  await expect(run(controller.signal, () => controller.abort())).rejects.toThrow(/abort/i);
  expect(tensors()).toBe(before);
}

describe('occlusion sensitivity', () => {
  test.each([7, 23])('of the golden network of seed %i is a plain loop over its patches', async (seed) => {
    const before = tensors();
    const loaded = await loadGolden(seed);
    const values = await goldenInput(seed);
    const { top } = await goldenAnswers(seed);
    const score = createTarget(loaded.network, { kind: 'class', layer: 'predictions', index: top });
    const fill = values.map((_, i) => ((i * 7) % 5) / 5);
    const events: GrowingMap[] = [];
    const question = { input: values, target: score };
    const map = await occludeInput(never, loaded, question, fill, { patch: 12, stride: 8 }, (event) =>
      events.push(event),
    );
    expect([map.width, map.height, map.signed]).toEqual([8, 8, true]);
    const whole = score.value(await judge(loaded, score, values));
    for (let cell = 0; cell < 64; cell++) {
      // 64 pixels in 8 cells: patches of 12 reach 2 pixels beyond their cell on each side.
      const [left, above] = [8 * (cell % 8) - 2, 8 * Math.floor(cell / 8) - 2];
      const masked = values.map((value, i) => {
        const [x, y] = [Math.floor(i / 3) % 64, Math.floor(i / 192)];
        return x >= left && x < left + 12 && y >= above && y < above + 12 ? (fill[i] ?? 0) : value;
      });
      const drop = whole - score.value(await judge(loaded, score, masked));
      expect(Math.abs((map.values[cell] ?? Number.NaN) - drop)).toBeLessThan(1e-5);
    }
    expect(Math.max(...map.values.map(Math.abs))).toBeGreaterThan(0.01);
    expect(events.at(-1)).toEqual({ fraction: 1, map });
    loaded.dispose();
    expect(tensors()).toBe(before);
  });

  const settings = { patch: 40, stride: 30, fill: 'noise', seed: 5 } as const;

  test('of a bundled network is a plain loop over painted pictures, and grows from coarse to fine', async () => {
    const before = tensors();
    const events: GrowingMap[] = [];
    const map = await occlude(never, shelf, { network, input, target, settings }, (event) => events.push(event));
    const model = shelf.get(network);
    const score = createTarget(model.network, target);
    const noise = fillPicture(input, 'noise', 5);
    const whole = score.value(await judge(model, score, inputValues(model.network, input)));
    expect([map.width, map.height]).toEqual([5, 5]);
    for (let cell = 0; cell < 25; cell++) {
      const [left, above] = [30 * (cell % 5) - 5, 30 * Math.floor(cell / 5) - 5];
      const hides = (x: number, y: number) => x >= left && x < left + 40 && y >= above && y < above + 40;
      const masked = inputValues(model.network, paint(input, noise, hides));
      const drop = whole - score.value(await judge(model, score, masked));
      expect(Math.abs((map.values[cell] ?? Number.NaN) - drop)).toBeLessThan(1e-5);
    }
    expect(new Set(map.values).size).toBe(25);
    // 25 cells in batches of 8; each early map holds values of the last one alone, and more and more of them.
    const fractions = events.map(({ fraction }) => fraction);
    expect([fractions[0], fractions.at(-1)]).toEqual([0.32, 1]);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    const right = events.map(({ map: { values } }) => values.filter((value, i) => value === map.values[i]).length);
    expect(right).toEqual(fractions.map((fraction) => Math.round(25 * fraction)));
    for (const { map: early } of events) for (const value of early.values) expect(map.values).toContain(value);
    expect(tensors()).toBe(before);
  });

  test('stops when it is told to, and refuses patches of no pixel', async () => {
    const request = { network, input, target };
    await aborted((signal, stop) => occlude(signal, shelf, { ...request, settings: { ...settings, patch: 20 } }, stop));
    const nothing = { ...settings, stride: 0 };
    await expect(occlude(never, shelf, { ...request, settings: nothing }, () => undefined)).rejects.toThrow(/patch/);
  });
});

describe('RISE', () => {
  test('of the golden network is the sum over its masks, one by one', async () => {
    const before = tensors();
    const loaded = await loadGolden(7);
    const values = await goldenInput(7);
    const { top, softmax } = await goldenAnswers(7);
    const score = createTarget(loaded.network, { kind: 'class', layer: 'predictions', index: top });
    const settings = { masks: 21, cells: 5, keep: 0.4, seed: 8 };
    const events: GrowingMap[] = [];
    const question = { input: values, target: score };
    const map = await riseInput(never, loaded, question, settings, (event) => events.push(event));
    const expected = new Float64Array(64 * 64);
    for (let i = 0; i < 21; i++) {
      const mask = riseMask(settings, i, 64, 64);
      // The golden network takes pixels over 255: black is 0.
      const masked = values.map((value, at) => value * (mask[Math.floor(at / 3)] ?? Number.NaN));
      const probability = score.probability(await judge(loaded, score, masked));
      for (const [pixel, open] of mask.entries()) expected[pixel] = (expected[pixel] ?? 0) + (probability * open) / 8.4;
    }
    for (const [pixel, value] of map.values.entries()) {
      expect(Math.abs(value - (expected[pixel] ?? Number.NaN))).toBeLessThan(1e-5);
    }
    expect([map.width, map.height, map.signed]).toEqual([64, 64, false]);
    expect(events.at(-1)).toEqual({ fraction: 1, map });
    // With nothing hidden, it is the probability everywhere.
    const open = await riseInput(never, loaded, question, { ...settings, masks: 3, keep: 1 }, () => undefined);
    for (const value of open.values) expect(value).toBeCloseTo(softmax[top] ?? Number.NaN, 4);
    loaded.dispose();
    expect(tensors()).toBe(before);
  });

  test('takes black from the network’s preprocessing, and the seed', async () => {
    const settings = { masks: 4, cells: 3, keep: 0.5, seed: 2 };
    const map = await rise(never, shelf, { network, input, target, settings }, () => undefined);
    const model = shelf.get(network);
    const score = createTarget(model.network, target);
    const expected = new Float64Array(size * size);
    for (let i = 0; i < 4; i++) {
      const mask = riseMask(settings, i, size, size);
      const pixels = Float32Array.from(input.rgba, (value, at) => value * (mask[Math.floor(at / 4)] ?? Number.NaN));
      const { mean, scale } = dlibResnet.preprocessing;
      const masked = Float32Array.from({ length: 3 * size * size }, (_, at) => {
        return ((pixels[4 * Math.floor(at / 3) + (at % 3)] ?? 0) - (mean[at % 3] ?? 0)) * scale;
      });
      const cosine = score.probability(await judge(model, score, masked));
      for (const [pixel, open] of mask.entries()) expected[pixel] = (expected[pixel] ?? 0) + (cosine * open) / 2;
    }
    for (const [pixel, value] of map.values.entries()) {
      expect(Math.abs(value - (expected[pixel] ?? Number.NaN))).toBeLessThan(1e-5);
    }
    const again = { ...settings, seed: 3 };
    const other = await rise(never, shelf, { network, input, target, settings: again }, () => undefined);
    expect(other.values).not.toEqual(map.values);
  });

  test('stops when it is told to, and refuses to keep nothing', async () => {
    const settings = { masks: 400, cells: 7, keep: 0.5, seed: 2 };
    await aborted((signal, stop) => rise(signal, shelf, { network, input, target, settings }, stop));
    const nothing = { ...settings, keep: 0 };
    const run = rise(never, shelf, { network, input, target, settings: nothing }, () => undefined);
    await expect(run).rejects.toThrow(/chance/);
  });
});

describe('the need for regions', () => {
  /** Columns of eyes, nose and jaw, then elsewhere. */
  const labels = Uint8Array.from({ length: size * size }, (_, i) => {
    const column = Math.floor((i % size) / 30);
    return regions.indexOf((['eyes', 'nose', 'jaw', 'elsewhere', 'elsewhere'] as const)[column as 0]);
  });
  const request = { network, input, target, regions: labels, seed: 6 };

  test('is what painting exactly their pixels does, with every fill', async () => {
    const before = tensors();
    const needs: RegionNeed[] = [];
    await regionNeeds(never, shelf, request, (need) => needs.push(need));
    const fills = ['black', 'mean', 'blur', 'noise'] as const;
    const expected = (['eyes', 'nose', 'jaw'] as const).flatMap((region) => fills.map((fill) => ({ region, fill })));
    expect(needs.map(({ region, fill }) => ({ region, fill }))).toEqual(expected);
    const model = shelf.get(network);
    const score = createTarget(model.network, target);
    const whole = await judge(model, score, inputValues(model.network, input));
    for (const { region, fill, before: untouched, after } of needs) {
      expect(untouched.score).toBeCloseTo(score.value(whole), 5);
      expect(untouched.probability).toBeCloseTo(score.probability(whole), 5);
      const label = regions.indexOf(region);
      const masked = paint(input, fillPicture(input, fill, 6), (x, y) => labels[y * size + x] === label);
      const output = await judge(model, score, inputValues(model.network, masked));
      expect(after.score).toBeCloseTo(score.value(output), 5);
      expect(after.probability).toBeCloseTo(score.probability(output), 5);
      expect(after.score).not.toBe(untouched.score);
    }
    expect(tensors()).toBe(before);
  });

  test('stops when it is told to, and refuses labels of another size', async () => {
    await aborted((signal, stop) => regionNeeds(signal, shelf, request, stop));
    const short = { ...request, regions: labels.slice(1) };
    await expect(regionNeeds(never, shelf, short, () => undefined)).rejects.toThrow(/region labels/);
  });
});
