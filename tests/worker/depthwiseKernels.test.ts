/** Our depthwise 3×3 convolution and its input gradient, each against its definition in double precision. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/shared/random';
import { convolveDepthwise } from '../../src/worker/kernels/convolution';
import { depthwiseGradient } from '../../src/worker/kernels/depthwiseGradient';
import { openDevice } from '../../src/worker/kernels/device';
import { type FoveaKernels, loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { registerFoveaKernels } from '../../src/worker/kernels/registerFoveaKernels';
import { memory, type Tensor, tensor, tidy } from '../../src/worker/kernels/tensor';
import { relativeError } from './support/compare';

interface Case {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly stride: number;
  readonly pads: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly bias: boolean;
  readonly activation: 'linear' | 'relu' | 'relu6';
}

const rowsOf = (c: Case) => Math.floor((c.height + c.pads.top + c.pads.bottom - 3) / c.stride) + 1;
const columnsOf = (c: Case) => Math.floor((c.width + c.pads.left + c.pads.right - 3) / c.stride) + 1;

function noise(length: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length }, () => 2 * random() - 1);
}

/** Calls `visit` with the flat indices of an output, an input cell and a tap, for each product of the definition. */
function products(c: Case, visit: (output: number, cell: number, tap: number) => void): void {
  const [rows, columns] = [rowsOf(c), columnsOf(c)];
  for (let index = 0; index < c.batch * rows * columns * 9 * c.channels; index++) {
    const channel = index % c.channels;
    const tap = Math.floor(index / c.channels) % 9;
    const output = Math.floor(index / (9 * c.channels));
    const [column, row, b] = [
      output % columns,
      Math.floor(output / columns) % rows,
      Math.floor(output / (rows * columns)),
    ];
    const y = row * c.stride + Math.floor(tap / 3) - c.pads.top;
    const x = column * c.stride + (tap % 3) - c.pads.left;
    if (y < 0 || y >= c.height || x < 0 || x >= c.width) continue;
    const cell = ((b * c.height + y) * c.width + x) * c.channels + channel;
    visit(output * c.channels + channel, cell, tap * c.channels + channel);
  }
}

function valuesOf(make: () => Tensor): Float32Array {
  const made = tidy(make);
  const values = Float32Array.from(made.dataSync());
  made.dispose();
  return values;
}

function checkForward(c: Case): void {
  const cells = c.batch * c.height * c.width * c.channels;
  const [x, filter, bias] = [noise(cells, 1), noise(9 * c.channels, 2), noise(c.channels, 3).map((v) => 3 * v)];
  const sums = new Float64Array(c.batch * rowsOf(c) * columnsOf(c) * c.channels);
  if (c.bias) for (let i = 0; i < sums.length; i++) sums[i] = bias[i % c.channels] as number;
  products(c, (output, cell, tap) => {
    sums[output] = (sums[output] as number) + (x[cell] as number) * (filter[tap] as number);
  });
  const ceiling = c.activation === 'relu6' ? 6 : Number.POSITIVE_INFINITY;
  const floor = c.activation === 'linear' ? Number.NEGATIVE_INFINITY : 0;
  const found = valuesOf(() =>
    convolveDepthwise({
      x: tensor(x, [c.batch, c.height, c.width, c.channels]),
      filter: tensor(filter, [3, 3, c.channels, 1]),
      bias: c.bias ? tensor(bias, [c.channels]) : null,
      strides: [c.stride, c.stride],
      pads: c.pads,
      activation: c.activation,
    }),
  );
  expect(
    relativeError(
      found,
      Array.from(sums, (sum) => Math.min(ceiling, Math.max(floor, sum))),
    ),
  ).toBeLessThan(1e-5);
}

function checkGradient(c: Case): void {
  const gradient = noise(c.batch * rowsOf(c) * columnsOf(c) * c.channels, 4);
  const filter = noise(9 * c.channels, 5);
  const wanted = new Float64Array(c.batch * c.height * c.width * c.channels);
  products(c, (output, cell, tap) => {
    wanted[cell] = (wanted[cell] as number) + (gradient[output] as number) * (filter[tap] as number);
  });
  const found = valuesOf(() =>
    depthwiseGradient(
      tensor(gradient, [c.batch, rowsOf(c), columnsOf(c), c.channels]),
      tensor(filter, [3, 3, c.channels, 1]),
      { input: [c.height, c.width], stride: c.stride, top: c.pads.top, left: c.pads.left },
    ),
  );
  expect(relativeError(found, wanted)).toBeLessThan(1e-5);
}

const pad = fc.integer({ min: 0, max: 2 });
const cases: fc.Arbitrary<Case> = fc
  .record({
    batch: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 1, max: 13 }),
    width: fc.integer({ min: 1, max: 13 }),
    channels: fc.integer({ min: 1, max: 13 }),
    stride: fc.integer({ min: 1, max: 3 }),
    pads: fc.record({ top: pad, bottom: pad, left: pad, right: pad }),
    bias: fc.boolean(),
    activation: fc.constantFrom('linear' as const, 'relu' as const, 'relu6' as const),
  })
  .filter((c) => rowsOf(c) > 0 && columnsOf(c) > 0);

const mobilenet = (size: number, channels: number, stride: number): Case => ({
  ...{ batch: 1, height: size, width: size, channels, stride, bias: true, activation: 'relu6' },
  pads: stride === 1 ? { top: 1, bottom: 1, left: 1, right: 1 } : { top: 0, bottom: 1, left: 0, right: 1 },
});

beforeAll(() => openDevice('wasm', () => undefined));

describe.each(['relaxed-simd', 'simd'] as const)('depthwise 3×3 with %s', (variant) => {
  let before: number;

  beforeAll(async () => {
    registerFoveaKernels((await loadFoveaKernels(variant)) as FoveaKernels);
    before = memory().numTensors;
  });

  afterAll(() => expect(memory().numTensors).toBe(before));

  test.each([
    mobilenet(28, 32, 1),
    mobilenet(28, 64, 2),
    mobilenet(14, 128, 1),
    mobilenet(14, 256, 2),
    mobilenet(14, 512, 1),
    mobilenet(7, 1024, 1),
  ])('$height×$width×$channels, stride $stride', (c) => {
    checkForward(c);
    checkGradient(c);
  });

  test('forward for any shape, pads, stride, bias and activation', () => {
    fc.assert(fc.property(cases, checkForward), { numRuns: 300 });
  });

  test('input gradient for any shape, pads and stride', () => {
    fc.assert(fc.property(cases, checkGradient), { numRuns: 300 });
  });

  test('other windows, dilations, multipliers and activations go to TensorFlow.js', () => {
    const x = noise(6 * 6 * 4, 1);
    const ones = (shape: number[]) => tensor(new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(1), shape);
    const none = { top: 0, bottom: 0, left: 0, right: 0 };
    const of = (filter: number[], more: object = {}) =>
      valuesOf(() => convolveDepthwise({ x: tensor(x, [1, 6, 6, 4]), filter: ones(filter), pads: none, ...more }));
    expect(of([5, 5, 4, 1])).toHaveLength(2 * 2 * 4);
    expect(of([3, 3, 4, 2])).toHaveLength(4 * 4 * 8);
    expect(of([3, 3, 4, 1], { dilations: [2, 2] })).toHaveLength(2 * 2 * 4);
    const plain = of([3, 3, 4, 1]);
    const sigmoid = of([3, 3, 4, 1], { activation: 'sigmoid' });
    expect(
      relativeError(
        sigmoid,
        plain.map((v) => 1 / (1 + Math.exp(-v))),
      ),
    ).toBeLessThan(1e-5);
  });
});
