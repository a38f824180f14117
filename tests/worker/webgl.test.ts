/** The golden network on WebGL: PyTorch's numbers there too. The rules one by one are in rules.test.ts. */
import { beforeAll, expect, test } from 'vitest';
import { presetSettings } from '../../src/shared/presets';
import { ascend } from '../../src/worker/explain/ascent/ascend';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { maxPool, maxPoolGradient } from '../../src/worker/kernels/pooling';
import { dispose, tensor, tidy } from '../../src/worker/kernels/tensor';
import { backward } from '../../src/worker/network/backward';
import { forward } from '../../src/worker/network/forward';
import { planTo } from '../../src/worker/network/plan';
import { relativeError } from './support/compare';
import { goldenAnswers, goldenInput, loadGolden } from './support/golden';

const signal = new AbortController().signal;

beforeAll(() => openDevice('webgl', () => undefined));

test('logits, and the gradient of the top logit at the input', async () => {
  const tensors = memoryReport().tensors;
  const [loaded, answers] = [await loadGolden(7), await goldenAnswers(7)];
  const input = tensor(await goldenInput(7), [1, 64, 64, 3]);
  const pass = await forward(signal, planTo(loaded.network.graph, 'predictions'), loaded.weights, input);
  expect(relativeError(await pass.output.data(), answers.logits)).toBeLessThan(1e-4);
  const oneHot = tensor(
    answers.logits.map((_, i) => (i === answers.top ? 1 : 0)),
    [1, answers.logits.length],
  );
  const gradient = await backward(signal, pass, oneHot);
  expect(relativeError(await gradient.data(), answers.inputGradient)).toBeLessThan(1e-4);
  dispose([gradient, oneHot, input]);
  pass.dispose();
  loaded.dispose();
  expect(memoryReport().tensors).toBe(tensors);
});

test('where cells of a pooling window are equal, the first one gets the gradient', async () => {
  const values = Float32Array.of(1, 1, 2, 2, 1, 1, 2, 2, 3, 0, 0, 5, 3, 3, 5, 5, 9, 9, 9, 9);
  const input = tensor(values, [1, 5, 4, 1]);
  const pool = { size: [2, 2], strides: [2, 2], padding: 'valid' } as const;
  const output = maxPool(input, pool);
  const gradient = tensor([1, 2, 3, 4], [1, 2, 2, 1]);
  const spread = tidy(() => maxPoolGradient(gradient, input, output, pool));
  expect([...(await spread.data())]).toEqual([1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0]);
  dispose([input, output, gradient, spread]);
});

test('the report’s loop: the losses of three steps', async () => {
  const [loaded, answers] = [await loadGolden(7), await goldenAnswers(7)];
  const wanted = answers.ascent.find(({ losses }) => (losses[0] ?? 0) > 0);
  if (wanted === undefined) throw new Error('The golden answers hold a living filter.');
  const found: number[] = [];
  const frames = ascend(signal, loaded, {
    network: 'golden',
    layer: wanted.layer,
    filter: wanted.filter,
    settings: { ...presetSettings('seed-report'), size: 64 },
    start: Float32Array.from(wanted.start),
    untilStep: 3,
    budget: Number.POSITIVE_INFINITY,
    frameInterval: 0,
    wantValues: false,
  });
  for await (const { objectives } of frames) found.push(...objectives);
  expect(relativeError(found, wanted.losses.slice(0, 3))).toBeLessThan(1e-3);
  loaded.dispose();
});
