/** The parts of an ascent, each against a formula, a brute-force sum or finite differences. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { AscentFrame, AscentSettings } from '../../src/shared/ascent';
import type { AscendSlice } from '../../src/shared/calls/filterCalls';
import { presetSettings } from '../../src/shared/presets';
import { createRandom } from '../../src/shared/random';
import { ascend } from '../../src/worker/explain/ascent/ascend';
import { createParameterisation } from '../../src/worker/explain/ascent/createParameterisation';
import { gaussianBlur, totalVariationGradient } from '../../src/worker/explain/ascent/regularise';
import {
  applyPixelMap,
  type PixelMap,
  shiftMap,
  similarityMap,
  transposePixelMap,
} from '../../src/worker/explain/ascent/resample';
import { transformGradient, transformPicture } from '../../src/worker/explain/ascent/transformPicture';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { movePixels } from '../../src/worker/kernels/movePixels';
import { ones, type Tensor, tensor, tidy } from '../../src/worker/kernels/tensor';
import { forward } from '../../src/worker/network/forward';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../src/worker/network/loaders/loadNetwork';
import { narrow } from '../../src/worker/network/narrow';
import { planTo } from '../../src/worker/network/plan';
import { dlibResnet, hseMobilenet } from './support/bundled';
import { relativeError } from './support/compare';
import { loadGolden } from './support/golden';

const signal = new AbortController().signal;
const uniform = (count: number, seed: number) => {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => random() - 0.5);
};
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);
const valuesOf = (make: () => Tensor) => {
  const made = tidy(make);
  const values = Float32Array.from(made.dataSync());
  made.dispose();
  return values;
};

beforeAll(() => openDevice('wasm', () => undefined));

describe('pixel maps', () => {
  const size = 9;
  const maps: [string, PixelMap][] = [
    ['a shift', shiftMap(size, 3, -2)],
    ['a similarity', similarityMap(size, 0.3, 1.1, 0.7, -1.2)],
  ];

  test.each(maps)('the transpose of %s is its adjoint: ⟨A x, y⟩ = ⟨x, Aᵀ y⟩', (_, map) => {
    const [x, y] = [uniform(size * size * 3, 1), uniform(size * size * 3, 2)];
    const apply = (values: Float32Array, by: PixelMap) =>
      valuesOf(() => applyPixelMap(tensor(values, [1, size, size, 3]), by));
    expect(dot(apply(x, map), y)).toBeCloseTo(dot(x, apply(y, transposePixelMap(map))), 4);
  });

  test.each(maps)('%s in one pass is what TensorFlow.js gathers, and so is its transpose', (_, map) => {
    const picture = tensor(uniform(size * size * 3, 4), [1, size, size, 3]);
    const { tensors } = memoryReport();
    for (const back of [false, true]) {
      const found = valuesOf(() => movePixels(picture, { ...map, back }));
      const wanted = valuesOf(() => applyPixelMap(picture, back ? transposePixelMap(map) : map));
      expect(relativeError(found, wanted)).toBeLessThan(1e-6);
    }
    expect(memoryReport().tensors).toBe(tensors);
    picture.dispose();
  });

  test('a step with a random similarity takes the same memory whatever is drawn', () => {
    const wide = 24;
    const picture = ones([1, wide, wide, 3]);
    const most = () => memoryReport().deviceBytes;
    const turn = (map: PixelMap) => {
      const moved = transformPicture(picture, map);
      transformGradient(moved, map).dispose();
      moved.dispose();
    };
    turn(similarityMap(wide, 0, 1, 0, 0));
    const before = most();
    // One pixel of the source is used for all of a result: its transposed map has as many taps as there are pixels.
    const slots = wide * wide * 4;
    turn({ taps: 4, indices: new Int32Array(slots), weights: new Float32Array(slots).fill(0.25) });
    expect(most()).toBe(before);
    picture.dispose();
  });

  test('the similarity without rotation, scaling and shift changes nothing', () => {
    const x = uniform(size * size * 3, 3);
    const map = similarityMap(size, 0, 1, 0, 0);
    expect(
      relativeError(
        valuesOf(() => applyPixelMap(tensor(x, [1, size, size, 3]), map)),
        x,
      ),
    ).toBeLessThan(1e-6);
  });
});

describe('parameterisations', () => {
  const preprocessing = { order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 0.5 } as const;
  const settingsOf = (parameterisation: AscentSettings['parameterisation']) => ({
    ...presetSettings(parameterisation === 'fourier' ? 'lucid' : 'fovea'),
    parameterisation,
  });

  test.each(['network', 'signed', 'pixel', 'fourier'] as const)('%s: gradient against finite differences', (kind) => {
    const size = 6;
    const made = createParameterisation(settingsOf(kind), size, preprocessing);
    const count = made.shape.reduce((a, b) => a * b, 1);
    const [start, seed] = [uniform(count, 4), uniform(size * size * 3, 5)];
    const objective = (values: Float32Array) =>
      dot(
        valuesOf(() => made.toInput(tensor(values, [...made.shape]))),
        seed,
      );
    const gradient = valuesOf(() => made.gradient(tensor(start, [...made.shape]), tensor(seed, [1, size, size, 3])));
    const largest = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (let i = 0; i < count; i += 5) {
      const changed = (by: number) => start.map((value, k) => (k === i ? value + by : value));
      const slope = (objective(changed(0.02)) - objective(changed(-0.02))) / 0.04;
      expect(Math.abs(slope - (gradient[i] ?? Number.NaN))).toBeLessThan(2e-2 * largest);
    }
    made.dispose();
  });

  test('pixel: BGR minus mean times scale, and back', () => {
    const made = createParameterisation(settingsOf('pixel'), 1, preprocessing);
    const input = valuesOf(() => made.toInput(tensor([10, 20, 30], [1, 1, 1, 3])));
    const expected = [(30 - 93.594) * 0.5, (20 - 104.7624) * 0.5, (10 - 129.1863) * 0.5];
    expect(relativeError(input, expected)).toBeLessThan(1e-6);
    expect(relativeError(made.fromInput(input), [10, 20, 30])).toBeLessThan(1e-5);
    made.dispose();
  });
});

describe('regularisers', () => {
  test('total variation: gradient of Σ √(d² + ε), by finite differences', () => {
    const size = 5;
    const x = uniform(size * size * 3, 6);
    const at = (values: Float32Array, y: number, column: number, c: number) => values[(y * size + column) * 3 + c] ?? 0;
    const variation = (values: Float32Array) => {
      let sum = 0;
      for (let y = 0; y < size; y++) {
        for (let column = 0; column < size; column++) {
          for (let c = 0; c < 3; c++) {
            const here = at(values, y, column, c);
            if (y + 1 < size) sum += Math.sqrt((at(values, y + 1, column, c) - here) ** 2 + 1e-3);
            if (column + 1 < size) sum += Math.sqrt((at(values, y, column + 1, c) - here) ** 2 + 1e-3);
          }
        }
      }
      return sum;
    };
    const gradient = valuesOf(() => totalVariationGradient(tensor(x, [1, size, size, 3])));
    for (let i = 0; i < x.length; i += 7) {
      const changed = (by: number) => x.map((value, k) => (k === i ? value + by : value));
      const slope = (variation(changed(1e-3)) - variation(changed(-1e-3))) / 2e-3;
      expect(Math.abs(slope - (gradient[i] ?? Number.NaN))).toBeLessThan(2e-2);
    }
  });

  test('blur keeps a constant picture', () => {
    const flat = new Float32Array(8 * 8 * 3).fill(7);
    expect(
      relativeError(
        valuesOf(() => gaussianBlur(tensor(flat, [1, 8, 8, 3]), 1.3)),
        flat,
      ),
    ).toBeLessThan(1e-5);
  });
});

describe('narrowed to one filter', () => {
  test.each([
    [dlibResnet, 'conv64_3', 5, 63],
    [dlibResnet, 'conv128_down', 100, 63],
    [hseMobilenet, 'conv_dw_5_relu', 17, 64],
    [hseMobilenet, 'conv_pw_6_relu', 200, 64],
  ] as const)('%# equals that channel of the whole layer', async (spec, layer, channel, size) => {
    const loaded = new LoadedGraph(await loadNetwork(signal, spec, () => undefined));
    const input = tensor(uniform(size * size * 3, 7), [1, size, size, 3]);
    const whole = await forward(signal, planTo(loaded.network.graph, layer), loaded.weights, input);
    const one = narrow(loaded.network.graph, layer, channel);
    const part = await forward(signal, planTo(one.graph, one.target), loaded.weights, input);
    const channels = whole.output.shape[3] ?? 1;
    const expected = (await whole.output.data()).filter((_, i) => i % channels === channel);
    expect(relativeError(await part.output.data(), [...expected])).toBeLessThan(1e-4);
    whole.dispose();
    part.dispose();
    input.dispose();
    loaded.dispose();
  });
});

describe('an ascent', () => {
  const run = async (loaded: LoadedGraph, settings: AscentSettings, stops: readonly number[]) => {
    let state: Awaited<ReturnType<ReturnType<typeof ascend>['next']>>['value'] | undefined;
    for (const untilStep of stops) {
      const slices = ascend(signal, loaded, {
        network: loaded.network.id,
        layer: 'conv2_2',
        filter: 1,
        settings,
        untilStep,
        budget: Number.POSITIVE_INFINITY,
        frameInterval: 1e6,
        wantValues: true,
        ...(state && 'state' in state ? { state: state.state } : {}),
      });
      let next = await slices.next();
      while (!next.done) next = await slices.next();
      state = next.value;
    }
    if (!state || !('state' in state)) throw new Error('An ascent ends with its state.');
    return state.state.parameters;
  };

  test.each(['fovea', 'seed-report', 'keras', 'chollet-2017', 'lucid'] as const)(
    '%s: the same seed gives the same picture, in one slice or in three; another seed another; nothing stays allocated',
    async (preset) => {
      const loaded = await loadGolden(7);
      const settings = { ...presetSettings(preset), size: 48, steps: 9 };
      const once = await run(loaded, settings, [9]);
      const tensors = memoryReport().tensors;
      const sliced = await run(loaded, settings, [2, 5, 9]);
      expect(memoryReport().tensors).toBe(tensors);
      expect([...sliced]).toEqual([...once]);
      const other = await run(loaded, { ...settings, seed: 2 }, [9]);
      expect(relativeError(other, once)).toBeGreaterThan(1e-2);
      loaded.dispose();
    },
  );

  test('one neuron’s objective is told of the image as it stands, not of the moved one', async () => {
    const loaded = await loadGolden(7);
    const settings = { ...presetSettings('fovea'), objective: 'neuron', size: 48, steps: 6, jitter: 8 } as const;
    const parts = { network: loaded.network.id, layer: 'conv2_2', filter: 1, wantValues: true } as const;
    const slice = { ...parts, settings, budget: Number.POSITIVE_INFINITY, frameInterval: 1e6 };
    const objectives: number[] = [];
    const end = async (untilStep: number) => {
      const frames = ascend(signal, loaded, { ...slice, untilStep });
      let next = await frames.next();
      for (; !next.done; next = await frames.next()) objectives.push(...next.value.objectives);
      return next.value;
    };
    // The image after five steps is the one before the sixth.
    const { values } = await end(5);
    objectives.length = 0;
    const tensors = memoryReport().tensors;
    await end(6);
    expect(memoryReport().tensors).toBe(tensors);
    const one = narrow(loaded.network.graph, 'conv2_2', 1);
    const input = tensor(values ?? [], [1, 48, 48, 3]);
    const pass = await forward(signal, planTo(one.graph, one.target), loaded.weights, input);
    const [, height = 0, width = 0] = pass.output.shape;
    const middle = (await pass.output.data())[Math.floor(height / 2) * width + Math.floor(width / 2)] ?? Number.NaN;
    expect(middle).not.toBe(0);
    expect(Math.abs((objectives[5] ?? 0) - middle)).toBeLessThan(1e-4 * Math.abs(middle));
    pass.dispose();
    input.dispose();
    loaded.dispose();
  });

  test('a state at its last step gives one picture, as its settings show it, and no step', async () => {
    const loaded = await loadGolden(7);
    const settings = { ...presetSettings('lucid'), size: 48, steps: 4, crop: 0 };
    const parts = { network: loaded.network.id, layer: 'conv2_2', filter: 1, untilStep: 4, wantValues: false } as const;
    const slice = { ...parts, budget: Number.POSITIVE_INFINITY, frameInterval: 1e6 };
    const picturesOf = async (more: Pick<AscendSlice, 'settings' | 'state'>) => {
      const frames = ascend(signal, loaded, { ...slice, ...more });
      const seen: AscentFrame[] = [];
      let next = await frames.next();
      for (; !next.done; next = await frames.next()) seen.push(next.value);
      return { frame: seen.at(-1), count: seen.length, state: next.value.state };
    };
    const whole = await picturesOf({ settings });
    const tensors = memoryReport().tensors;
    const again = await picturesOf({ settings: { ...settings, crop: 10 }, state: whole.state });
    expect(memoryReport().tensors).toBe(tensors);
    expect(again).toMatchObject({ count: 1, frame: { step: 4, objectives: [], dead: false }, state: { step: 4 } });
    expect(again.frame?.picture.width).toBe(28);
    // Lucid shows pixel values as they are: the smaller picture is the middle of the larger one.
    const row = (y: number, from: number, width: number, rgba: Uint8ClampedArray | undefined) => [
      ...(rgba?.subarray((y * width + from) * 4, (y * width + from + 28) * 4) ?? []),
    ];
    expect(row(5, 0, 28, again.frame?.picture.rgba)).toEqual(row(15, 10, 48, whole.frame?.picture.rgba));
    loaded.dispose();
  });
});
