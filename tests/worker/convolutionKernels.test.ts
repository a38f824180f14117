import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convolve } from '../../src/worker/kernels/convolution';
import { openDevice } from '../../src/worker/kernels/device';
import { chooseVariants, type FoveaKernels, loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { registerFoveaKernels } from '../../src/worker/kernels/registerFoveaKernels';
import { memory, tensor } from '../../src/worker/kernels/tensor';
import { type ConvolutionCase, convolutionAt, outputShape } from './support/bruteForce';
import { relativeError } from './support/compare';

const around = (pad: number) => ({ top: pad, bottom: pad, left: pad, right: pad });

/** Numbers between −1 and 1, the same in every run. */
function noise(length: number, seed: number): Float32Array {
  let state = seed * 2654435761 + 1;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
}

/** Relative error over all cells of the result, or over `samples` of them. */
async function errorOf(c: ConvolutionCase, samples = Number.POSITIVE_INFINITY): Promise<number> {
  const x = noise(c.batch * c.height * c.width * c.channels, 1);
  const filter = noise(c.taps[0] * c.taps[1] * c.channels * c.filters, 2);
  const bias = noise(c.filters, 3).map((value) => value * 3);
  const tensors = [
    tensor(x, [c.batch, c.height, c.width, c.channels]),
    tensor(filter, [...c.taps, c.channels, c.filters]),
    tensor(bias, [c.filters]),
  ] as const;
  const y = convolve({
    x: tensors[0],
    filter: tensors[1],
    bias: c.bias ? tensors[2] : null,
    strides: [c.stride, c.stride],
    pads: c.pads,
    activation: c.activation,
  });
  expect(y.shape).toEqual(outputShape(c));
  const found = (await y.data()) as Float32Array;
  for (const used of [...tensors, y]) used.dispose();
  const step = Math.max(1, Math.floor(found.length / samples));
  const indices = Array.from({ length: Math.ceil(found.length / step) }, (_, i) => i * step);
  return relativeError(
    indices.map((i) => found[i] as number),
    indices.map((i) => convolutionAt(i, c, x, filter, bias)),
  );
}

const square = (
  size: number,
  channels: number,
  filters: number,
  taps = 3,
  stride = 1,
  pad = Math.floor(taps / 2),
): ConvolutionCase => ({
  batch: 1,
  height: size,
  width: size,
  channels,
  filters,
  taps: [taps, taps],
  stride,
  pads: around(pad),
  bias: true,
  activation: 'relu',
});

/** Channels in, filters; the picture is smaller than the network's where that tests the same. */
const vgg16 = [
  square(30, 3, 64),
  square(30, 64, 64),
  square(23, 64, 128),
  square(23, 128, 128),
  square(14, 128, 256),
  square(14, 256, 256),
  square(11, 256, 512),
  square(11, 512, 512),
  // The input gradient: filters and channels change places.
  square(30, 64, 3),
  square(11, 512, 256),
  // One filter of the last layer alone, and its gradient.
  square(11, 512, 1),
  square(11, 1, 512),
];

const dlibResnet = [
  square(37, 3, 32, 7, 2, 0),
  square(35, 32, 32),
  square(17, 32, 64, 3, 2, 0),
  square(17, 64, 64),
  // Eight points: tiles of six with an edge of every width, tiles of five.
  square(12, 16, 24),
  square(16, 9, 10),
  square(20, 33, 40),
  // More tiles than a block holds: 81 for 66.
  square(95, 3, 32, 7, 2, 0),
  square(27, 12, 12, 4),
  square(22, 5, 12, 8, 2, 3),
  square(17, 64, 128, 3, 2, 0),
  square(8, 128, 128),
  square(8, 128, 256, 3, 2, 0),
  square(3, 256, 256),
  // Gradients of the strided ones: four phases side by side.
  square(18, 32, 12, 4, 1, 3),
  square(9, 64, 128, 2, 1, 1),
  square(4, 256, 512, 2, 1, 1),
];

/** Pointwise layers, and the first one. */
const mobilenet = [
  square(33, 3, 32, 3, 2),
  square(20, 32, 64, 1),
  square(14, 128, 128, 1),
  square(14, 512, 512, 1),
  square(7, 1024, 1024, 1),
];

/** Bottlenecks; the last is the gradient of a pointwise one with stride 2. */
const resnet50 = [
  square(29, 3, 64, 7, 2, 3),
  square(14, 64, 256, 1),
  square(14, 256, 64, 1),
  square(14, 512, 1024, 1, 2),
  square(7, 2048, 512, 1),
  square(7, 1024, 2048, 1),
];

const anyCase: fc.Arbitrary<ConvolutionCase> = fc
  .record({
    batch: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 1, max: 14 }),
    width: fc.integer({ min: 1, max: 14 }),
    channels: fc.integer({ min: 1, max: 21 }),
    filters: fc.integer({ min: 1, max: 21 }),
    taps: fc.oneof(
      fc.constant([3, 3] as const),
      fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })),
    ),
    stride: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 3 })),
    pads: fc.record({
      top: fc.integer({ min: 0, max: 2 }),
      bottom: fc.integer({ min: 0, max: 2 }),
      left: fc.integer({ min: 0, max: 2 }),
      right: fc.integer({ min: 0, max: 2 }),
    }),
    bias: fc.boolean(),
    activation: fc.constantFrom('linear' as const, 'relu' as const, 'relu6' as const),
  })
  .filter((c) => outputShape(c).every((size) => size > 0));

let report: readonly string[];

beforeAll(async () => {
  report = (await openDevice('wasm', () => undefined)).kernels;
});

test('the device report names our kernels before TensorFlow.js’s', async () => {
  expect(report).toEqual([`fovea-winograd-${(await chooseVariants())[0]}`, 'tfjs-wasm-simd']);
});

describe.each(['relaxed-simd', 'simd'] as const)('our convolutions with %s', (variant) => {
  let kernels: FoveaKernels;
  let before: { tensors: number; bytes: number };

  beforeAll(async () => {
    kernels = (await loadFoveaKernels(variant)) as FoveaKernels;
    registerFoveaKernels(kernels);
    before = { tensors: memory().numTensors, bytes: kernels.filters.bytes };
  });

  afterAll(() => {
    expect(memory().numTensors).toBe(before.tensors);
    expect(kernels.filters.bytes).toBe(before.bytes);
  });

  test.each([...vgg16, ...dlibResnet, ...mobilenet, ...resnet50])(
    '$height×$width×$channels by $taps, stride $stride, to $filters',
    async (c) => {
      expect(await errorOf(c, 600)).toBeLessThan(1e-4);
    },
  );

  test('what ours do not cover goes to TensorFlow.js’s kernel', async () => {
    const x = tensor(noise(5 * 5 * 4, 1), [1, 5, 5, 4]);
    const filter = tensor(noise(9 * 4 * 4, 2), [3, 3, 4, 4]);
    const linear = convolve({ x, filter, pads: around(1) });
    const sigmoid = convolve({ x, filter, pads: around(1), activation: 'sigmoid' });
    const [before, after] = [await linear.data(), await sigmoid.data()];
    const wanted = Array.from(before, (value) => 1 / (1 + Math.exp(-value)));
    expect(relativeError(after as Float32Array, wanted)).toBeLessThan(1e-4);
    const dilated = convolve({ x, filter, pads: around(2), dilations: [2, 2] });
    expect(dilated.shape).toEqual([1, 5, 5, 4]);
    for (const used of [x, filter, linear, sigmoid, dilated]) used.dispose();
  });

  test('any shape, pads, bias and activation', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (c) => {
        expect(await errorOf(c)).toBeLessThan(1e-4);
      }),
      { numRuns: 300 },
    );
  });
});
