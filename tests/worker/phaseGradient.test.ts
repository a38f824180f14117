import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDevice } from '../../src/worker/kernels/device';
import { type FoveaKernels, loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { phaseGradient, prefersPhases } from '../../src/worker/kernels/phaseGradient';
import { registerFoveaKernels } from '../../src/worker/kernels/registerFoveaKernels';
import { memory, tensor } from '../../src/worker/kernels/tensor';
import { gradientKernel } from '../../src/worker/network/rules/conv2d';
import { relativeError } from './support/compare';

const size = (max: number) => fc.integer({ min: 1, max });
const pad = fc.integer({ min: 0, max: 4 });
const cases = fc.record({
  batch: size(2),
  height: size(33),
  width: size(33),
  channels: size(5),
  filters: size(13),
  taps: fc.integer({ min: 5, max: 8 }),
  top: pad,
  left: pad,
  bottom: pad,
  right: pad,
});
type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

const noise = (length: number, seed: number) =>
  Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * (seed + 0.618)) * Math.cos(i * i * 0.37 + seed));

/** What every output hands back to every cell of its window, one product after the other. */
function byHand(c: Case, rows: number, columns: number, gradient: Float32Array, filter: Float32Array): Float64Array {
  const wanted = new Float64Array(c.batch * c.height * c.width * c.channels);
  for (let cell = 0; cell < c.batch * rows * columns; cell++) {
    const [b, row, column] = [Math.floor(cell / (rows * columns)), Math.floor(cell / columns) % rows, cell % columns];
    for (let tap = 0; tap < c.taps ** 2; tap++) {
      const y = row * 2 + Math.floor(tap / c.taps) - c.top;
      const x = column * 2 + (tap % c.taps) - c.left;
      if (y < 0 || y >= c.height || x < 0 || x >= c.width) continue;
      for (let channel = 0; channel < c.channels; channel++) {
        const to = ((b * c.height + y) * c.width + x) * c.channels + channel;
        for (let o = 0; o < c.filters; o++) {
          const weight = filter[(tap * c.channels + channel) * c.filters + o] as number;
          wanted[to] = (wanted[to] as number) + (gradient[cell * c.filters + o] as number) * weight;
        }
      }
    }
  }
  return wanted;
}

/** Rows and columns of the convolution's output. */
const outputOf = (c: Case): readonly [number, number] => [
  Math.floor((c.height + c.top + c.bottom - c.taps) / 2) + 1,
  Math.floor((c.width + c.left + c.right - c.taps) / 2) + 1,
];

/** Relative error of the kernel's answer. */
async function errorOf(c: Case, [rows, columns] = outputOf(c)): Promise<number> {
  const gradient = noise(c.batch * rows * columns * c.filters, 1);
  const filter = noise(c.taps ** 2 * c.channels * c.filters, 2);
  const turned = gradientKernel({ values: filter, shape: [c.taps, c.taps, c.channels, c.filters] }, 2);
  const inputs = [
    tensor(gradient, [c.batch, rows, columns, c.filters]),
    tensor(turned.values, [...turned.shape]),
  ] as const;
  const window = [c.taps, c.taps] as const;
  const { height, width, channels, top, left } = c;
  const geometry = { input: [height, width] as const, window, channels, stride: 2, top, left };
  expect(prefersPhases(geometry)).toBe(true);
  const found = phaseGradient(...inputs, geometry);
  const values = (await found.data()) as Float32Array;
  for (const used of [...inputs, found]) used.dispose();
  return relativeError(values, byHand(c, rows, columns, gradient, filter));
}

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
});

describe.each(['relaxed-simd', 'simd'] as const)('the gradient by phases with %s', (variant) => {
  let before: { tensors: number; bytes: number };
  let kernels: FoveaKernels;

  beforeAll(async () => {
    kernels = (await loadFoveaKernels(variant)) as FoveaKernels;
    registerFoveaKernels(kernels);
    before = { tensors: memory().numTensors, bytes: kernels.filters.bytes };
  });

  afterAll(() => {
    expect(memory().numTensors).toBe(before.tensors);
    expect(kernels.filters.bytes).toBe(before.bytes);
  });

  test('agrees with the sum over all windows', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (c) => {
        fc.pre(outputOf(c).every((extent) => extent > 0));
        expect(await errorOf(c)).toBeLessThan(1e-4);
      }),
      { numRuns: 150 },
    );
  });

  test('in more tiles than a block holds', async () => {
    const pads = { top: 0, left: 0, bottom: 0, right: 0 };
    expect(
      await errorOf({ batch: 1, height: 121, width: 111, channels: 3, filters: 32, taps: 7, ...pads }),
    ).toBeLessThan(1e-4);
  });
});

test('small windows, many channels and stride 1 are left to other kernels', () => {
  const geometry = { input: [20, 20], window: [7, 7], channels: 3, stride: 2, top: 0, left: 0 } as const;
  expect(prefersPhases(geometry)).toBe(true);
  expect(prefersPhases({ ...geometry, window: [3, 3] })).toBe(false);
  expect(prefersPhases({ ...geometry, channels: 32 })).toBe(false);
  expect(prefersPhases({ ...geometry, stride: 1 })).toBe(false);
  registerFoveaKernels(null);
  expect(prefersPhases(geometry)).toBe(false);
});
