/** Whether a network's first batch normalisation tells a wrong preprocessing, on faces it was "trained" on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Picture } from '../../src/shared/ascent';
import { judgeInput } from '../../src/shared/judgeInput';
import type { NetworkSpec, Preprocessing } from '../../src/shared/network';
import { createRandom, normal } from '../../src/shared/random';
import { checkInput } from '../../src/worker/calls/checkInput';
import { NetworkShelf } from '../../src/worker/calls/networkShelf';
import { inputValues } from '../../src/worker/explain/inputValues';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { readValues } from '../../src/worker/kernels/readValues';
import { tensor } from '../../src/worker/kernels/tensor';
import { forward } from '../../src/worker/network/forward';
import { planTo } from '../../src/worker/network/plan';
import { dlibResnet, faceDetector, faceLandmarks, hseMobilenet } from './support/bundled';
import { enrol } from './support/enrolled';
import { never } from './support/explaining';

const side = 224;
const channels = 16;
const ways = {
  signed: { order: 'rgb', mean: [127.5, 127.5, 127.5], scale: 1 / 127.5 },
  unit: { order: 'rgb', mean: [0, 0, 0], scale: 1 / 255 },
  plain: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
  vggface2: { order: 'bgr', mean: [91.4953, 103.8827, 131.0912], scale: 1 },
} as const satisfies Record<string, Preprocessing>;

type Statistics = Readonly<Record<'gamma' | 'beta' | 'moving_mean' | 'moving_variance', readonly number[]>>;

/** A first convolution's kernel [size, size, 3, channels]. */
interface Kernel {
  readonly size: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** Those that training has made, of the networks that come along: their first filters. */
const learned = new Map<string, Kernel>();

const shelf = new NetworkShelf();
const trainedOn: Picture[] = [];
const checked: Picture[] = [];
let atFirst: number;

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  for (const spec of [faceDetector, faceLandmarks, hseMobilenet]) await shelf.load(never, spec, () => undefined);
  for (let photo = 0; photo < 6; photo++) {
    const [largest, ...others] = (await enrol(shelf, hseMobilenet.id, [photo])).crops.map(({ input }) => input);
    if (largest !== undefined) checked.push(largest);
    trainedOn.push(...others);
  }
  await shelf.load(never, dlibResnet, () => undefined);
  for (const { id } of [dlibResnet, hseMobilenet]) learned.set(id, firstKernel(id));
  for (const { id } of [faceDetector, faceLandmarks, hseMobilenet, dlibResnet]) shelf.unload(id);
  atFirst = memoryReport().tensors;
});
afterAll(() => expect(memoryReport().tensors).toBe(atFirst));

function randomKernel(): Kernel {
  const random = createRandom(5);
  return { size: 7, values: Float32Array.from({ length: 7 * 7 * 3 * channels }, () => normal(random) * 0.1) };
}

function firstKernel(id: string): Kernel {
  const first = [...shelf.get(id).network.graph.values()].find((node) => node.kind === 'conv2d');
  if (first === undefined) throw new Error(`${id} has no convolution.`);
  const [size = 0, , , filters = 0] = first.filter.shape;
  return { size, values: first.filter.values.filter((_, i) => i % filters < channels) };
}

/** A convolution with stride 2, and a batch normalisation behind it: a residual network's beginning. */
function specOf(
  id: string,
  preprocessing: Preprocessing,
  statistics: Statistics,
  { size, values: kernel } = randomKernel(),
): NetworkSpec {
  const layer = (class_name: string, name: string, config: object, from: string | null) => ({
    class_name,
    name,
    config: { name, ...config },
    inbound_nodes: from === null ? [] : [[[from, 0, 0, {}]]],
  });
  const layers = [
    layer('InputLayer', 'input', { batch_input_shape: [null, side, side, 3] }, null),
    layer('Conv2D', 'conv', { kernel_size: [size, size], strides: [2, 2], padding: 'same', use_bias: false }, 'input'),
    layer('BatchNormalization', 'bn', { epsilon: 1e-3 }, 'conv'),
  ];
  const vectors = (['gamma', 'beta', 'moving_mean', 'moving_variance'] as const).map((name) => ({
    name: `bn/${name}`,
    values: Float32Array.from(statistics[name]),
  }));
  const weights = [
    { name: 'conv/kernel', shape: [size, size, 3, channels], dtype: 'float32' },
    ...vectors.map(({ name }) => ({ name, shape: [channels], dtype: 'float32' })),
  ];
  const model = {
    modelTopology: { model_config: { class_name: 'Functional', config: { name: 'small', layers } } },
    weightsManifest: [{ paths: ['w.bin'], weights }],
  };
  const files = [
    new File([JSON.stringify(model)], 'model.json'),
    new File([kernel, ...vectors.map(({ values }) => values)], 'w.bin'),
  ];
  return { id, name: id, source: { format: 'files', files }, preprocessing };
}

const constant = (value: number) => Array<number>(channels).fill(value);
const plain: Statistics = {
  gamma: constant(1),
  beta: constant(0),
  moving_mean: constant(0),
  moving_variance: constant(1),
};

/** The convolution's output [112, 112, channels] on one face. */
async function convolved(id: string, face: Picture): Promise<Float32Array> {
  const { network, weights } = shelf.get(id);
  const input = tensor(inputValues(network, face), [1, side, side, 3]);
  const pass = await forward(never, planTo(network.graph, 'conv'), weights, input);
  const values = await readValues(pass.output);
  pass.dispose();
  input.dispose();
  return values;
}

/** Mean and variance of each channel over all faces: what training would have left in the moving averages. */
async function trained(preprocessing: Preprocessing, kernel?: Kernel): Promise<Statistics> {
  await shelf.load(never, specOf('plain', preprocessing, plain, kernel), () => undefined);
  const outputs: Float32Array[] = [];
  for (const face of trainedOn) outputs.push(await convolved('plain', face));
  shelf.unload('plain');
  const random = createRandom(9);
  const moving = Array.from({ length: channels }, (_, c) => {
    const all = outputs.flatMap((values) => [...values.filter((_, i) => i % channels === c)]);
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    return { mean, variance: all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length };
  });
  return {
    // As training moves them: a check that took the output for normalised would go wrong here.
    gamma: Array.from({ length: channels }, () => 0.5 + random()),
    beta: Array.from({ length: channels }, () => random() * 4 - 2),
    moving_mean: moving.map(({ mean }) => mean),
    moving_variance: moving.map(({ variance }) => variance),
  };
}

test.each(['signed', 'vggface2', 'unit'] as const)(
  'a network trained on %s knows it from the others',
  async (right) => {
    const statistics = await trained(ways[right]);
    for (const [way, preprocessing] of Object.entries(ways)) {
      await shelf.load(never, specOf('net', preprocessing, statistics), () => undefined);
      const check = await checkInput(never, shelf, { network: 'net', inputs: checked });
      shelf.unload('net');
      expect(check.normalised).toMatchObject({ layer: 'bn', channels, pictures: 6 });
      const [judgement] = judgeInput(check, preprocessing, null);
      expect({ way, ...check.normalised, fits: judgement?.fits }).toMatchObject({ way, fits: way === right });
    }
  },
);

test.each(['signed', 'vggface2', 'unit'] as const)(
  '%s in the other channel order is told, behind random filters and learned ones; not where each colour keeps its mean',
  async (right) => {
    const own: Preprocessing = ways[right];
    const order = own.order === 'rgb' ? 'bgr' : 'rgb';
    const evenMean = new Set(own.mean).size === 1;
    for (const [from, kernel] of [['random', randomKernel()] as const, ...learned]) {
      const statistics = await trained(own, kernel);
      for (const [mean, fits] of [
        [own.mean, false],
        [own.mean.toReversed(), !evenMean],
      ] as const) {
        const given = { ...own, order, mean } as const;
        await shelf.load(never, specOf('net', given, statistics, kernel), () => undefined);
        const check = await checkInput(never, shelf, { network: 'net', inputs: checked });
        shelf.unload('net');
        const judgements = judgeInput(check, given, own);
        expect({ from, mean, ...check.normalised, fits: judgements.map((one) => one.fits) }).toMatchObject({
          fits: [false, fits],
        });
        // What it does not see it does not overrule.
        expect(judgements[1]?.words).not.toContain('counts for more');
      }
    }
  },
);

test('shift and spread are what a plain loop finds before the normalisation', async () => {
  const statistics = await trained(ways.signed);
  await shelf.load(never, specOf('net', ways.unit, statistics), () => undefined);
  const [face] = checked as [Picture];
  const { normalised, channels: input, range } = await checkInput(never, shelf, { network: 'net', inputs: [face] });
  const values = await convolved('net', face);
  shelf.unload('net');
  const deviations = Array.from({ length: channels }, (_, c) => {
    const own = [...values.filter((_, i) => i % channels === c)];
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const spread = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
    const expected = Math.sqrt(statistics.moving_variance[c] ?? 1);
    return { shift: (mean - (statistics.moving_mean[c] ?? 0)) / expected, spread: spread / expected };
  });
  const shift = Math.sqrt(deviations.reduce((sum, one) => sum + one.shift ** 2, 0) / channels);
  expect(normalised?.shift).toBeCloseTo(shift, 3);
  const spreads = deviations.map((one) => one.spread).sort((a, b) => a - b);
  expect(normalised?.spread).toBeCloseTo(spreads[channels / 2] ?? 0, 3);
  // 0 to 1: the channels' own statistics, against the pixels.
  const red = face.rgba.filter((_, i) => i % 4 === 0);
  expect(input[0]?.mean).toBeCloseTo(red.reduce((sum, value) => sum + value, 0) / red.length / 255, 5);
  expect(input[0]?.max).toBeCloseTo(Math.max(...red) / 255, 6);
  expect(input[0]?.histogram.reduce((sum, count) => sum + count, 0)).toBe(side * side);
  expect(range[0]).toBeGreaterThanOrEqual(0);
});
