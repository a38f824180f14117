/** Every graph model of @vladmandic/human: what each computes, and which of its outputs are left out. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, normal } from '../../src/shared/random';
import { openDevice } from '../../src/worker/kernels/device';
import { describe as describeNetwork } from '../../src/worker/network/describe';
import { forward } from '../../src/worker/network/forward';
import { inputOf, type Network } from '../../src/worker/network/graph';
import { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { loadNetwork } from '../../src/worker/network/loaders/loadNetwork';
import { relativeError } from './support/compare';
import { inputGradient } from './support/inputGradient';
import { withPlainKernels } from './support/plainKernels';

const signal = new AbortController().signal;
const folder = new URL('/node_modules/@vladmandic/human/models/', location.href).href;

beforeAll(() => openDevice('cpu', () => undefined));
beforeAll(() => openDevice('wasm', () => undefined));

const load = (name: string): Promise<Network> =>
  loadNetwork(
    signal,
    {
      id: name,
      name,
      source: { format: 'graph-model', manifest: `${folder}${name}.json`, weights: [`${folder}${name}.bin`] },
      preprocessing: { order: name === 'emotion' ? 'grey' : 'rgb', mean: [0, 0, 0], scale: 1 },
    },
    () => undefined,
  );

interface Expected {
  /** Outputs that are left out, and words of the reason that is told. */
  readonly missing?: readonly string[];
  readonly reason?: string;
  /** What TensorFlow.js is asked for in their place, where none is left: the last layers before the choice. */
  readonly instead?: readonly string[];
  /** How the output begins whose gradient is compared; absent: the first. */
  readonly slope?: string;
  /** How far that gradient may be off, of its largest value; absent: 1e-4. */
  readonly tolerance?: number;
  /** Where TensorFlow.js wants whole numbers: the node that makes others of them, where its tape begins. */
  readonly whole?: {
    readonly node: string;
    readonly values: (pixels: tf.Tensor) => tf.Tensor;
    readonly output: string;
  };
}

const heads = ['center_0/conv2d_4', 'kpt_heatmap_0/conv2d_5', 'kpt_regress_0/conv2d_6', 'kpt_offset_0/conv2d_7'];
const loading: Readonly<Record<string, Expected>> = {
  antispoof: {},
  blazeface: {},
  centernet: { missing: ['tower_0/detections'] },
  emotion: {},
  facemesh: {},
  // The slope of its first answer, a sigmoid near 1, is lost in 32 bits. Its scales and shifts become part of the
  // convolutions before them, which rounds otherwise: a few ReLU6s change sides, and with them one pixel in 400 its
  // slope.
  faceres: { slope: 'global_pooling/Mean', tolerance: 5e-3 },
  'handlandmark-lite': {},
  handtrack: {
    missing: ['Identity', 'Identity_1', 'Identity_2', 'Identity_3', 'Identity_4', 'Identity_5', 'Identity_6'],
    reason: 'Reshape_1 (Reshape) cannot be shown: a shape of -1 × 4',
    whole: {
      // Behind the loop that scales pixels to −1 … 1.
      node: 'StatefulPartitionedCall/map/TensorArrayV2Stack/TensorListStack',
      values: (pixels) => tf.sub(tf.mul(pixels, 2 / 255), 1),
      output: 'StatefulPartitionedCall/Postprocessor/convert_scores',
    },
  },
  iris: {},
  liveness: {},
  'movenet-lightning': {
    missing: ['Identity'],
    reason: '(ArgMax) cannot be shown: it chooses among values',
    instead: heads.map((head) => `StatefulPartitionedCall/${head}/BiasAdd`),
    whole: {
      node: 'StatefulPartitionedCall/stack',
      values: (pixels) => pixels,
      output: `StatefulPartitionedCall/${heads[0]}/BiasAdd`,
    },
  },
};

test('the package has no other models', () => {
  const files = Object.keys(import.meta.glob('/node_modules/@vladmandic/human/models/*.json', { query: '?url' }));
  const names = files.map((file) => file.split('/').at(-1)?.replace('.json', '')).filter((name) => name !== 'models');
  expect(names.sort()).toEqual(Object.keys(loading).sort());
});

test('a grey network takes no colours, and one with colours no grey', async () => {
  const spec = (name: string, order: 'rgb' | 'grey') => ({
    id: name,
    name,
    source: { format: 'graph-model', manifest: `${folder}${name}.json`, weights: [`${folder}${name}.bin`] } as const,
    preprocessing: { order, mean: [0, 0, 0], scale: 1 },
  });
  const opened = (name: string, order: 'rgb' | 'grey') => loadNetwork(signal, spec(name, order), () => undefined);
  await expect(opened('emotion', 'rgb')).rejects.toMatchObject({ message: expect.stringContaining('one channel') });
  await expect(opened('iris', 'grey')).rejects.toMatchObject({ message: expect.stringContaining('three channels') });
});

test('a grey network is described with its own channel, and none of its input to maximise', async () => {
  const { info, layers } = describeNetwork(await load('emotion'));
  expect(info.input).toEqual([64, 64, 3]);
  expect(layers[0]).toMatchObject({ name: 'input_1', kind: 'InputLayer', outputShape: [64, 64, 1], filters: 0 });
  expect(info.outputs.classes[0]?.labels).toHaveLength(7);
});

/** What Fovea's network gets, in whole numbers where TensorFlow.js wants these. */
function picture(network: Network, seed: number, whole: boolean): tf.Tensor4D {
  const [height, width] = describeNetwork(network).info.input;
  const random = createRandom(seed);
  const values = Float32Array.from({ length: height * width * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    const value = 0.5 + 0.3 * Math.sin((x + seed * 9) / 17) * Math.cos(y / 23) + 0.1 * normal(random);
    return whole ? Math.round(Math.min(1, Math.max(0, value)) * 255) : value;
  });
  return tf.tensor4d(values, [1, height, width, 3]);
}

/** The node of ours that gives a TensorFlow output: the one of its size whose values are nearest. */
async function nearest(activations: ReadonlyMap<string, tf.Tensor>, values: ArrayLike<number>) {
  const candidates = [...activations].filter(([, tensor]) => tensor.size === values.length);
  const errors = await Promise.all(
    candidates.map(async ([layer, tensor]) => ({ layer, error: relativeError(await tensor.data(), values) })),
  );
  return errors.reduce((best, one) => (one.error < best.error ? one : best), { layer: '', error: 1 });
}

interface Taped {
  readonly network: Network;
  /** That gives the output which `execute` gives of TensorFlow.js's graph. */
  readonly layer: string;
  readonly input: tf.Tensor4D;
  readonly seedOf: (length: number) => Float32Array;
  readonly execute: (x: tf.Tensor) => tf.Tensor;
}

/**
 * How far our d (Σ output × seed) / d input is from the one of TensorFlow.js's tape, relatively. Both on its own
 * kernels: where a ReLU's input is nearly 0, its slope is a matter of rounding. (Ours are held against them one by
 * one.)
 */
const tapeError = ({ network, layer, input, seedOf, execute }: Taped): Promise<number> =>
  withPlainKernels(async () => {
    const loaded = new LoadedGraph(network);
    const ours = await inputGradient(loaded, layer, input, seedOf);
    loaded.dispose();
    const objective = (x: tf.Tensor) => {
      const output = execute(x);
      return tf.sum(tf.mul(output, tf.tensor(ours.seed, output.shape))) as tf.Scalar;
    };
    const gradient = tf.tidy(() => tf.grad(objective)(input));
    const theirs = await gradient.data();
    gradient.dispose();
    return relativeError(ours.gradient, theirs);
  });

interface ResizeSettings {
  readonly size: [number, number];
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

/**
 * TensorFlow.js's gradient of a bilinear resize knows no centres of cells. In its place here: the resize, which is
 * linear, transposed. What it does to rows and to columns is what it does to the unit vectors.
 */
tf.registerGradient({
  kernelName: 'ResizeBilinear',
  inputsToSave: ['images'],
  gradFunc: (dy, [images], settings) => {
    const { size, alignCorners, halfPixelCenters } = settings as unknown as ResizeSettings;
    const [, height = 1, width = 1] = (images as tf.Tensor4D).shape;
    const matrix = (from: number, to: number) =>
      tf.squeeze(
        tf.image.resizeBilinear(
          tf.reshape(tf.eye(from), [1, from, from, 1]) as tf.Tensor4D,
          [to, from],
          alignCorners,
          halfPixelCenters,
        ),
        [0, 3],
      );
    /** Multiplies the axis by a matrix: put last, and back. */
    const along = (x: tf.Tensor, order: number[], by: tf.Tensor) => {
      const last = tf.transpose(x, order);
      const flat = tf.matMul(tf.reshape(last, [-1, last.shape[3] ?? 1]), by);
      const back = order.map((_, axis) => order.indexOf(axis));
      return tf.transpose(tf.reshape(flat, [...last.shape.slice(0, 3), by.shape[1] ?? 1]), back);
    };
    const rows = (x: tf.Tensor) => along(x, [0, 2, 3, 1], matrix(height, size[0]));
    const columns = (x: tf.Tensor) => along(x, [0, 1, 3, 2], matrix(width, size[1]));
    return { images: () => columns(rows(dy as tf.Tensor)) };
  },
});

describe.each(Object.entries(loading))('%s', (name, expected) => {
  const { missing = [], reason = '', instead, whole, slope = '', tolerance = 1e-4 } = expected;
  test('outputs are those of TensorFlow.js, and the input gradient its tape’s', { timeout: 120_000 }, async () => {
    const network = await load(name);
    for (const output of missing) expect(network.notice).toContain(output);
    if (missing.length === 0) expect(network.notice).toBeUndefined();
    expect(network.notice ?? '').toContain(reason);
    const loaded = new LoadedGraph(network);
    const reference = await tf.loadGraphModel(`${folder}${name}.json`);
    const left = reference.outputNodes.filter((output) => !missing.includes(output.replace(/:0$/, '')));
    const outputs = instead ?? left;
    const taped = outputs.find((output) => output.startsWith(slope)) ?? '';
    expect(taped).not.toBe('');
    const grey = inputOf(network.graph).grey ?? false;
    const execute = (x: tf.Tensor) => {
      if (whole !== undefined) return reference.execute({ [whole.node]: whole.values(x) }, whole.output) as tf.Tensor;
      return reference.execute(grey ? tf.mean(x, 3, true) : x, taped) as tf.Tensor;
    };
    const given = (x: tf.Tensor) => (whole === undefined ? (grey ? tf.mean(x, 3, true) : x) : tf.cast(x, 'int32'));
    const input = picture(network, 3, whole !== undefined);
    const pass = await forward(signal, [...network.graph.values()], loaded.weights, input);
    const layers: string[] = [];
    for (const output of outputs) {
      // Loops and choices run asynchronously alone.
      const values = (await reference.executeAsync(given(input), output)) as tf.Tensor;
      const { layer, error } = await nearest(pass.activations, await values.data());
      expect(error).toBeLessThan(1e-4);
      layers.push(layer);
      values.dispose();
    }
    pass.dispose();
    const random = createRandom(5);
    const seedOf = (length: number) => Float32Array.from({ length }, () => normal(random));
    loaded.dispose();
    const layer = layers[outputs.indexOf(taped)] ?? '';
    expect(await tapeError({ network, layer, input, seedOf, execute })).toBeLessThan(tolerance);
    input.dispose();
    reference.dispose();
  });
});
