import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDevice } from '../../src/worker/kernels/device';
import { type FoveaKernels, loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { gateGradient } from '../../src/worker/kernels/gateGradient';
import { interleavePhases } from '../../src/worker/kernels/interleavePhases';
import { maxPool, maxPoolGradient } from '../../src/worker/kernels/pooling';
import { registerFoveaKernels } from '../../src/worker/kernels/registerFoveaKernels';
import { memory, type Tensor, tensor, tidy } from '../../src/worker/kernels/tensor';

const value = fc.integer({ min: -8, max: 8 });
const values = (length: number) => fc.array(value, { minLength: length, maxLength: length });
const size = (max: number) => fc.integer({ min: 1, max });

/** A picture of small integers, whose sums are exact and whose ties are many. */
const picture = fc
  .record({ batch: size(2), height: size(7), width: size(7), channels: size(9) })
  .chain(({ batch, height, width, channels }) =>
    values(batch * height * width * channels).map((x) => ({ shape: [batch, height, width, channels] as const, x })),
  );

async function valuesOf(make: () => Tensor): Promise<number[]> {
  const result = tidy(make);
  const found = Array.from(await result.data());
  result.dispose();
  return found;
}

/** Each window's gradient to its first largest cell, cell by cell. */
function poolGradientByHand(
  [batch, height, width, channels]: readonly [number, number, number, number],
  x: readonly number[],
  gradientAt: (window: number) => number,
  window: number,
  stride: number,
): number[] {
  const dx = x.map(() => 0);
  const rows = Math.floor((height - window) / stride) + 1;
  const columns = Math.floor((width - window) / stride) + 1;
  let index = 0;
  for (let b = 0; b < batch; b++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        for (let c = 0; c < channels; c++) {
          const cells = Array.from({ length: window * window }, (_, i) => {
            const y = row * stride + Math.floor(i / window);
            return ((b * height + y) * width + column * stride + (i % window)) * channels + c;
          });
          const largest = Math.max(...cells.map((cell) => x[cell] as number));
          const first = cells.find((cell) => x[cell] === largest) as number;
          dx[first] = (dx[first] as number) + gradientAt(index++);
        }
      }
    }
  }
  return dx;
}

beforeAll(() => openDevice('wasm', () => undefined));

describe.each(['relaxed-simd', 'simd', null] as const)('kernels of one pass over the memory with %s', (variant) => {
  let before: number;

  beforeAll(async () => {
    registerFoveaKernels(variant && ((await loadFoveaKernels(variant)) as FoveaKernels));
    before = memory().numTensors;
  });

  afterAll(() => expect(memory().numTensors).toBe(before));

  test('a gate passes the gradient where 0 < y < ceiling', async () => {
    await fc.assert(
      fc.asyncProperty(size(40), fc.constantFrom(6, Number.POSITIVE_INFINITY), fc.gen(), async (n, ceiling, gen) => {
        const [gradient, y] = [gen(values, n), gen(values, n)];
        const found = await valuesOf(() => gateGradient(tensor(gradient, [n]), tensor(y, [n]), ceiling));
        expect(found).toEqual(gradient.map((g, i) => ((y[i] as number) > 0 && (y[i] as number) < ceiling ? g : 0)));
      }),
    );
  });

  test('a pool’s gradient goes to the first largest cell', async () => {
    await fc.assert(
      fc.asyncProperty(picture, size(3), size(3), async ({ shape, x }, window, stride) => {
        fc.pre(window <= shape[1] && window <= shape[2]);
        const pool = { size: [window, window], strides: [stride, stride], padding: 'valid' } as const;
        const found = await valuesOf(() => {
          const input = tensor(x, [...shape]);
          const output = maxPool(input, pool);
          const gradient = tensor(
            Array.from({ length: output.size }, (_, i) => i + 1),
            output.shape,
          );
          return maxPoolGradient(gradient, input, output, pool);
        });
        expect(found).toEqual(poolGradientByHand(shape, x, (i) => i + 1, window, stride));
      }),
    );
  });

  test('phases come to lie in their places', async () => {
    const offset = fc.integer({ min: 0, max: 2 });
    await fc.assert(
      fc.asyncProperty(picture, size(3), offset, offset, size(9), size(9), async (phase, stride, top, left, h, w) => {
        const [batch, rows, columns, channels] = phase.shape;
        const phases = Array.from({ length: stride * stride }, (_, i) => phase.x.map((v) => v + 100 * i));
        const found = await valuesOf(() =>
          interleavePhases(
            phases.map((x) => tensor(x, [...phase.shape])),
            { stride, top, left, height: h, width: w },
          ),
        );
        const wanted = Array.from({ length: batch * h * w * channels }, (_, i) => {
          const [c, rest] = [i % channels, Math.floor(i / channels)];
          const [x, y, b] = [(rest % w) + left, (Math.floor(rest / w) % h) + top, Math.floor(rest / (w * h))];
          const [q, p] = [Math.floor(y / stride), Math.floor(x / stride)];
          if (q >= rows || p >= columns) return 0;
          const cell = ((b * rows + q) * columns + p) * channels + c;
          return phases[(y % stride) * stride + (x % stride)]?.[cell];
        });
        expect(found).toEqual(wanted);
      }),
    );
  });
});

test('values that a Winograd rounding sets apart count as equal for a pool’s gradient', async () => {
  registerFoveaKernels((await loadFoveaKernels('simd')) as FoveaKernels);
  const pool = { size: [2, 2], strides: [2, 2], padding: 'valid' } as const;
  const found = await valuesOf(() => {
    const input = tensor([1, 1 + 3e-7, 1 - 3e-7, 0.5], [1, 2, 2, 1]);
    return maxPoolGradient(tensor([5], [1, 1, 1, 1]), input, maxPool(input, pool), pool);
  });
  expect(found).toEqual([5, 0, 0, 0]);
});
