import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addClamped, canAddClamped } from '../../src/worker/kernels/addClamped';
import { blur, canBlur } from '../../src/worker/kernels/blur';
import { canClimb, climb } from '../../src/worker/kernels/climb';
import { openDevice } from '../../src/worker/kernels/device';
import { type FoveaKernels, loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { gateGradient } from '../../src/worker/kernels/gateGradient';
import { innerProduct } from '../../src/worker/kernels/innerProduct';
import { interleavePhases } from '../../src/worker/kernels/interleavePhases';
import { maxPool, maxPoolGradient } from '../../src/worker/kernels/pooling';
import { registerFoveaKernels } from '../../src/worker/kernels/registerFoveaKernels';
import { scaleAndAdd } from '../../src/worker/kernels/scaleAndAdd';
import { canScatterGradient, packForScatter, scatterGradient } from '../../src/worker/kernels/scatterGradient';
import { selectChannels } from '../../src/worker/kernels/selectChannels';
import { shiftPicture } from '../../src/worker/kernels/shiftPicture';
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

  test('a gate adds a second share of the gradient', async () => {
    await fc.assert(
      fc.asyncProperty(size(40), fc.gen(), async (n, gen) => {
        const [gradient, addend, y] = [gen(values, n), gen(values, n), gen(values, n)];
        const found = await valuesOf(() => gateGradient(tensor(gradient, [n]), tensor(y, [n]), 6, tensor(addend, [n])));
        const wanted = gradient.map((g, i) =>
          (y[i] as number) > 0 && (y[i] as number) < 6 ? g + (addend[i] as number) : 0,
        );
        expect(found).toEqual(wanted);
      }),
    );
  });

  test('channels are selected, with zeros where there are none', async () => {
    await fc.assert(
      fc.asyncProperty(picture, fc.integer({ min: -5, max: 8 }), size(15), async ({ shape, x }, first, count) => {
        const channels = shape[3];
        // TensorFlow.js’s slice, which serves without SIMD, takes no empty run.
        fc.pre(variant !== null || (first < channels && first + count > 0));
        const found = await valuesOf(() => selectChannels(tensor(x, [...shape]), first, count));
        const wanted = Array.from({ length: (x.length / channels) * count }, (_, i) => {
          const channel = first + (i % count);
          return channel < 0 || channel >= channels ? 0 : x[Math.floor(i / count) * channels + channel];
        });
        expect(found).toEqual(wanted);
      }),
    );
  });

  test('two tensors are added and clamped in one pass', async () => {
    if (variant === null) return expect(canAddClamped()).toBe(false);
    await fc.assert(
      fc.asyncProperty(size(40), fc.gen(), async (n, gen) => {
        const [a, b] = [gen(values, n), gen(values, n)];
        const found = await valuesOf(() => addClamped(tensor(a, [n]), tensor(b, [n]), [0, 6]));
        expect(found).toEqual(a.map((value, i) => Math.min(6, Math.max(0, value + (b[i] as number)))));
      }),
    );
  });

  test('a tensor times a factor plus another', async () => {
    await fc.assert(
      fc.asyncProperty(size(40), value, fc.gen(), async (n, factor, gen) => {
        const [x, addend] = [gen(values, n), gen(values, n)];
        const found = await valuesOf(() => scaleAndAdd(tensor(x, [n]), factor, tensor(addend, [n])));
        expect(found.map((v) => v + 0)).toEqual(x.map((v, i) => v * factor + (addend[i] as number)));
      }),
    );
  });

  test('the sum of all products', async () => {
    await fc.assert(
      fc.asyncProperty(size(700), fc.gen(), async (n, gen) => {
        const [a, b] = [gen(values, n), gen(values, n)];
        const found = await valuesOf(() => innerProduct(tensor(a, [n]), tensor(b, [n])));
        expect(found).toEqual([a.reduce((sum, v, i) => sum + v * (b[i] as number), 0)]);
      }),
    );
  });

  test('a step along the normalised gradient', async () => {
    if (variant === null) return expect(canClimb()).toBe(false);
    const norms = fc.constantFrom('l2', 'rms');
    await fc.assert(
      fc.asyncProperty(size(700), norms, fc.constantFrom(1e-12, 0.5, 20), fc.gen(), async (n, norm, epsilon, gen) => {
        const [x, gradient] = [gen(values, n), gen(values, n)];
        const squares = gradient.reduce((sum, g) => sum + g * g, 0);
        const divisor = norm === 'l2' ? Math.max(Math.sqrt(squares), epsilon) : Math.sqrt(squares / n) + epsilon;
        const options = { norm, epsilon, rate: 3 } as const;
        const found = await valuesOf(() => climb(tensor(x, [n]), tensor(gradient, [n]), options));
        expect(found).toHaveLength(n);
        for (const [i, y] of found.entries()) {
          const step = ((gradient[i] as number) / divisor) * 3;
          expect(Math.abs(y - (x[i] as number) - step)).toBeLessThan(1e-6 * (8 + Math.abs(step)));
        }
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

test('a shifted picture comes in on the other side', async () => {
  const by = fc.integer({ min: -9, max: 9 });
  await fc.assert(
    fc.asyncProperty(picture, by, by, async ({ shape: [, height, width, channels], x }, dy, dx) => {
      const found = await valuesOf(() =>
        shiftPicture(tensor(x.slice(0, height * width * channels), [1, height, width, channels]), dy, dx),
      );
      const wrap = (i: number, size: number) => (i + 9 * size) % size;
      const wanted = found.map((_, i) => {
        const [c, column, row] = [i % channels, Math.floor(i / channels) % width, Math.floor(i / (channels * width))];
        return x[(wrap(row + dy, height) * width + wrap(column + dx, width)) * channels + c];
      });
      expect(found).toEqual(wanted);
    }),
  );
});

test('without SIMD there is neither blur nor scattered gradient', async () => {
  registerFoveaKernels(null);
  expect([canBlur(), canScatterGradient()]).toEqual([false, false]);
});

describe.each(['relaxed-simd', 'simd'] as const)('sums of integers, exact in any order, with %s', (variant) => {
  let before: number;

  beforeAll(async () => {
    registerFoveaKernels((await loadFoveaKernels(variant)) as FoveaKernels);
    before = memory().numTensors;
  });

  afterAll(() => expect(memory().numTensors).toBe(before));

  test('a blur is a line of taps down and across, mirrored at the edges', async () => {
    await fc.assert(
      fc.asyncProperty(picture, size(4), fc.gen(), async ({ shape: [, height, width, channels], x }, wanted, gen) => {
        const radius = Math.min(wanted, height, width) - 1;
        const taps = gen(values, 2 * radius + 1);
        const cells = x.slice(0, height * width * channels);
        const found = await valuesOf(() => blur(tensor(cells, [1, height, width, channels]), taps));
        const mirror = (i: number, count: number) => (i < 0 ? -i : i < count ? i : 2 * (count - 1) - i);
        const sums = cells.map((_, i) => {
          const [c, column, row] = [i % channels, Math.floor(i / channels) % width, Math.floor(i / (channels * width))];
          let sum = 0;
          for (const [down, a] of taps.entries()) {
            for (const [across, b] of taps.entries()) {
              const y = mirror(row + down - radius, height);
              sum += a * b * (cells[(y * width + mirror(column + across - radius, width)) * channels + c] as number);
            }
          }
          return sum;
        });
        expect(found.map((v) => v + 0)).toEqual(sums.map((v) => v + 0));
      }),
    );
  });

  test('a strided gradient goes back where its window lay', async () => {
    const pad = fc.integer({ min: 0, max: 3 });
    const cases = fc.record({ height: size(9), width: size(9), channels: size(9), filters: size(9), batch: size(2) });
    await fc.assert(
      fc.asyncProperty(
        cases,
        size(7),
        size(7),
        size(3),
        fc.tuple(pad, pad),
        fc.gen(),
        async (c, h, w, s, pads, gen) => {
          const [rows, columns] = [
            Math.floor((c.height + 2 * pads[0] - h) / s) + 1,
            Math.floor((c.width + 2 * pads[1] - w) / s) + 1,
          ];
          fc.pre(rows > 0 && columns > 0);
          const gradient = gen(values, c.batch * rows * columns * c.filters);
          const filter = Float32Array.from(gen(values, h * w * c.channels * c.filters));
          const wanted = new Array<number>(c.batch * c.height * c.width * c.channels).fill(0);
          for (let i = 0; i < gradient.length * h * w * c.channels; i++) {
            const [channel, tap, output] = [
              i % c.channels,
              Math.floor(i / c.channels) % (h * w),
              Math.floor(i / (c.channels * h * w)),
            ];
            const cell = Math.floor(output / c.filters);
            const y = (Math.floor(cell / columns) % rows) * s + Math.floor(tap / w) - pads[0];
            const x = (cell % columns) * s + (tap % w) - pads[1];
            if (y < 0 || y >= c.height || x < 0 || x >= c.width) continue;
            const b = Math.floor(cell / (rows * columns));
            const to = ((b * c.height + y) * c.width + x) * c.channels + channel;
            const weight = filter[(tap * c.channels + channel) * c.filters + (output % c.filters)] as number;
            wanted[to] = (wanted[to] as number) + (gradient[output] as number) * weight;
          }
          const found = await valuesOf(() => {
            const packed = packForScatter(filter, [h, w, c.channels, c.filters]);
            return scatterGradient(
              tensor(gradient, [c.batch, rows, columns, c.filters]),
              tensor(packed.values, [...packed.shape]),
              {
                input: [c.height, c.width],
                window: [h, w],
                channels: c.channels,
                stride: s,
                top: pads[0],
                left: pads[1],
              },
            );
          });
          expect(found.map((v) => v + 0)).toEqual(wanted.map((v) => v + 0));
        },
      ),
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
