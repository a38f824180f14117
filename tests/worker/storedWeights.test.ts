/** Weights that stay in their file: what reads them, when, and what becomes of them. */
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { presetSettings } from '../../src/shared/presets';
import { createRandom } from '../../src/shared/random';
import { ascend } from '../../src/worker/explain/ascent/ascend';
import { randomWeight } from '../../src/worker/explain/trust/randomWeight';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { tensor } from '../../src/worker/kernels/tensor';
import { backward } from '../../src/worker/network/backward';
import { forward } from '../../src/worker/network/forward';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../src/worker/network/loaders/loadNetwork';
import { planTo } from '../../src/worker/network/plan';
import { largeDenseModel } from './support/largeDenseModel';

const signal = new AbortController().signal;
const { files, kernelAt, side, units, values } = largeDenseModel();

let slices: (readonly [number, number])[] = [];
/** From here on, every part of a file that is read is written down. */
function watchReads(): void {
  slices = [];
  const slice = Blob.prototype.slice;
  vi.spyOn(Blob.prototype, 'slice').mockImplementation(function (this: Blob, start = 0, end = 0, type) {
    slices.push([start, end]);
    return slice.call(this, start, end, type);
  });
}
const readsOfKernel = () => slices.filter(([, end]) => end > kernelAt);

beforeAll(() => openDevice('wasm', () => undefined).then(() => undefined));
afterEach(() => vi.restoreAllMocks());

async function load(): Promise<LoadedGraph> {
  const preprocessing = { order: 'rgb', mean: [0, 0, 0], scale: 1 } as const;
  const spec = { id: 'large', name: 'large', source: { format: 'files', files }, preprocessing } as const;
  return new LoadedGraph(await loadNetwork(signal, spec, () => undefined));
}

const input = () =>
  tensor(
    Float32Array.from({ length: side * side * 3 }, (_, i) => ((i * 7) % 11) / 11),
    [1, side, side, 3],
  );

const slice = (layer: string, filter: number) => ({
  network: 'large',
  layer,
  filter,
  settings: { ...presetSettings('fovea'), size: side, steps: 3 },
  untilStep: 3,
  budget: 60_000,
  frameInterval: 0,
  wantValues: false,
});

async function run(loaded: LoadedGraph, layer: string, filter: number): Promise<void> {
  for await (const _ of ascend(signal, loaded, slice(layer, filter))) void _;
}

test('an ascent on a convolution reads nothing of the dense layer behind it', async () => {
  const loaded = await load();
  watchReads();
  await run(loaded, 'conv', 1);
  expect(slices).toEqual([]);
  loaded.dispose();
});

test('a dense layer’s answer and gradient are those of the values in the file, and it is read once', async () => {
  const before = memoryReport().tensors;
  const loaded = await load();
  const x = input();
  watchReads();
  const plan = planTo(loaded.network.graph, 'dense');
  const passes = [
    await forward(signal, plan, loaded.weights, x),
    await forward(signal, plan, loaded.weights, x),
  ] as const;
  const [first, second] = passes;
  const read = readsOfKernel();
  expect(read.reduce((sum, [start, end]) => sum + end - start, 0)).toBe(values.length * 4);
  expect(await first.output.data()).toEqual(await second.output.data());
  const flat = await first.activation('flatten').data();
  const expected = new Float64Array(units);
  for (let i = 0; i < flat.length; i++)
    for (let j = 0; j < units; j++) expected[j] = (expected[j] ?? 0) + (flat[i] ?? 0) * (values[i * units + j] ?? 0);
  const output = await first.output.data();
  for (let j = 0; j < units; j++) expect(output[j]).toBeCloseTo(expected[j] ?? 0, 3);

  const chosen = tensor(
    Float32Array.from({ length: units }, (_, j) => (j === 5 ? 1 : 0)),
    [1, units],
  );
  const gradient = await backward(signal, first, chosen, { downTo: 'flatten' });
  const found = await gradient.data();
  for (let i = 0; i < flat.length; i++) expect(found[i]).toBeCloseTo(values[i * units + 5] ?? 0, 5);
  for (const used of [x, chosen, gradient]) used.dispose();
  for (const pass of passes) pass.dispose();
  loaded.dispose();
  expect(memoryReport().tensors).toBe(before);
});

test('one unit of it is ascended with one column, read once for its neighbours too', async () => {
  const loaded = await load();
  const before = memoryReport().tensors;
  watchReads();
  await run(loaded, 'dense', 7);
  const reads = readsOfKernel().length;
  expect(reads).toBeGreaterThan(0);
  await run(loaded, 'dense', 7);
  await run(loaded, 'dense', 8);
  expect(readsOfKernel().length).toBe(reads);
  // The convolution's weights, uploaded when first needed, stay; nothing of the dense layer does.
  expect(memoryReport().tensors - before).toBeLessThanOrEqual(3);
  loaded.dispose();
});

test('of two networks one at a time has its stored weights on the device', async () => {
  const before = memoryReport();
  const [one, other] = [await load(), await load()];
  const x = input();
  for (const loaded of [one, other, one]) {
    (await forward(signal, planTo(loaded.network.graph, 'dense'), loaded.weights, x)).dispose();
    const { tensorBytes } = memoryReport();
    expect(tensorBytes - before.tensorBytes).toBeLessThan(1.5 * values.length * 4);
  }
  x.dispose();
  one.dispose();
  other.dispose();
  expect(memoryReport().tensors).toBe(before.tensors);
});

test('stopped while the weights are read, it leaves nothing behind but what it had uploaded', async () => {
  const loaded = await load();
  const x = input();
  const before = memoryReport().tensors;
  const controller = new AbortController();
  const { arrayBuffer } = Blob.prototype;
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(function (this: Blob) {
    controller.abort(new Error('enough'));
    return arrayBuffer.call(this);
  });
  await expect(forward(controller.signal, planTo(loaded.network.graph, 'dense'), loaded.weights, x)).rejects.toThrow(
    'enough',
  );
  loaded.dispose();
  expect(memoryReport().tensors).toBeLessThanOrEqual(before);
  x.dispose();
});

test('a file that is gone is an error that says so', async () => {
  const loaded = await load();
  const x = input();
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
  await expect(forward(signal, planTo(loaded.network.graph, 'dense'), loaded.weights, x)).rejects.toMatchObject({
    message: 'The network’s weights can no longer be read.',
    remedy: expect.stringContaining('add the network again'),
  });
  x.dispose();
  loaded.dispose();
});

test('random weights in its place have its mean and deviation, and are the same whenever they are read', async () => {
  const loaded = await load();
  const node = loaded.network.graph.get('dense');
  if (node?.kind !== 'dense') throw new Error('There is no dense layer.');
  const drawn = await randomWeight(signal, node.kernel, createRandom(1));
  const all = (await drawn.stored?.read(signal, 0, values.length)) ?? new Float32Array();
  const moments = (list: Float32Array) => {
    const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
    return [mean, Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length)] as const;
  };
  const [mean, deviation] = moments(values);
  const [itsMean, itsDeviation] = moments(all);
  expect(Math.abs(itsMean - mean)).toBeLessThan(0.005 * deviation);
  expect(itsDeviation / deviation).toBeCloseTo(1, 2);
  const part = await drawn.stored?.read(signal, 300_000, 5);
  expect(part).toEqual(all.slice(300_000, 300_005));
  loaded.dispose();
});
