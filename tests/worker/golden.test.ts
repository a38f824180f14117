import { beforeAll, describe, expect, test } from 'vitest';
import { presetSettings } from '../../src/shared/presets';
import { ascend } from '../../src/worker/explain/ascent/ascend';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { registerFoveaKernels } from '../../src/worker/kernels/registerFoveaKernels';
import { dispose, tensor } from '../../src/worker/kernels/tensor';
import { backward } from '../../src/worker/network/backward';
import { forward } from '../../src/worker/network/forward';
import type { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { planTo } from '../../src/worker/network/plan';
import { relativeError } from './support/compare';
import { type GoldenAnswers, goldenAnswers, goldenInput, loadGolden } from './support/golden';

const signal = new AbortController().signal;

beforeAll(() => openDevice('wasm', () => undefined));

describe.each([
  [7, 'relaxed-simd'],
  [23, 'relaxed-simd'],
  [7, 'simd'],
  [23, 'simd'],
] as const)('PyTorch’s answers for the golden network of seed %i, with %s', (seed, variant) => {
  let loaded: LoadedGraph;
  let answers: GoldenAnswers;
  let tensorsBefore: number;

  beforeAll(async () => {
    registerFoveaKernels(await loadFoveaKernels(variant));
    tensorsBefore = memoryReport().tensors;
    loaded = await loadGolden(seed);
    answers = await goldenAnswers(seed);
  });

  const runTo = async (layer: string) => {
    const input = tensor(await goldenInput(seed), [1, 64, 64, 3]);
    const pass = await forward(signal, planTo(loaded.network.graph, layer), loaded.weights, input);
    return Object.assign(pass, {
      end: () => {
        pass.dispose();
        input.dispose();
      },
    });
  };

  test('logits', async () => {
    const pass = await runTo('predictions');
    expect(relativeError(await pass.output.data(), answers.logits)).toBeLessThan(1e-4);
    pass.end();
  });

  test('the gradient of the top logit at the input and at every layer with an answer', async () => {
    const pass = await runTo('predictions');
    const oneHot = tensor(
      answers.logits.map((_, i) => (i === answers.top ? 1 : 0)),
      [1, answers.logits.length],
    );
    const input = await backward(signal, pass, oneHot);
    expect(relativeError(await input.data(), answers.inputGradient)).toBeLessThan(1e-4);
    for (const [layer, { activation, gradient }] of Object.entries(answers.cam)) {
      expect(relativeError(await pass.activation(layer).data(), activation)).toBeLessThan(1e-4);
      const there = await backward(signal, pass, oneHot, { downTo: layer });
      expect(relativeError(await there.data(), gradient)).toBeLessThan(1e-4);
      there.dispose();
    }
    dispose([input, oneHot]);
    pass.end();
  });

  test('the report’s loop: losses of ten steps within 1e-3, of the thirtieth within 3 %', async () => {
    const settings = { ...presetSettings('seed-report'), size: 64 };
    for (const { layer, filter, steps, start, losses } of answers.ascent) {
      const frames = ascend(signal, loaded, {
        network: loaded.network.id,
        layer,
        filter,
        settings,
        start: Float32Array.from(start),
        untilStep: steps,
        budget: Number.POSITIVE_INFINITY,
        frameInterval: 0,
        wantValues: true,
      });
      const found: number[] = [];
      let dead = false;
      for await (const frame of frames) {
        found.push(...frame.objectives);
        dead = frame.dead;
      }
      expect(found).toHaveLength(steps);
      expect(dead).toBe(losses.every((loss) => loss === 0));
      found.forEach((loss, i) => {
        const expected = losses[i] ?? Number.NaN;
        const tolerance = i < 10 ? 1e-3 : 0.03;
        expect(Math.abs(loss - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
      });
    }
  });

  test('nothing stays on the device', () => {
    loaded.dispose();
    expect(memoryReport().tensors).toBe(tensorsBefore);
  });
});
