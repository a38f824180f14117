/** A dense layer too large for one texture: in blocks of rows, forward and backward, against plain sums in float64. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, normal } from '../../src/shared/random';
import { denseGradient, denseProduct } from '../../src/worker/kernels/denseProduct';
import { openDevice } from '../../src/worker/kernels/device';
import { loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { registerFoveaKernels } from '../../src/worker/kernels/registerFoveaKernels';
import { memory, type Tensor, tensor, tidy } from '../../src/worker/kernels/tensor';
import { DeviceWeights } from '../../src/worker/network/deviceWeights';
import { rowBlocks } from '../../src/worker/network/rowBlocks';

const random = createRandom(3);
const draw = (count: number) => Float32Array.from({ length: count }, () => normal(random));

const rows = 2100;
const columns = 4001;
const batch = 2;
const kernel = { shape: [rows, columns], values: draw(rows * columns) };
const x = draw(batch * rows);
const dy = draw(batch * columns);

function plainProduct(): Float64Array {
  const y = new Float64Array(batch * columns);
  for (let b = 0; b < batch; b++)
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++)
        y[b * columns + j] = (y[b * columns + j] ?? 0) + (x[b * rows + i] ?? 0) * (kernel.values[i * columns + j] ?? 0);
  return y;
}

function plainGradient(): Float64Array {
  const dx = new Float64Array(batch * rows);
  for (let b = 0; b < batch; b++)
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++)
        dx[b * rows + i] = (dx[b * rows + i] ?? 0) + (dy[b * columns + j] ?? 0) * (kernel.values[i * columns + j] ?? 0);
  return dx;
}

async function valuesOf(make: () => Tensor): Promise<Float32Array> {
  const result = tidy(make);
  const values = new Float32Array(await result.data());
  result.dispose();
  return values;
}

const furthest = (found: Float32Array, expected: Float64Array) =>
  found.reduce((most, value, i) => Math.max(most, Math.abs(value - (expected[i] ?? Number.NaN))), 0);

test('it is more than one block', () => {
  const blocks = rowBlocks(kernel);
  expect(blocks.length).toBe(2);
  expect(blocks.reduce((sum, block) => sum + block.rows, 0)).toBe(rows);
});

// A sum of 4001 products of normal numbers is about 63; an error of 1e-3 is 2e-5 of it.
describe.each([
  ['wasm', 'relaxed-simd'],
  ['wasm', 'simd'],
  ['cpu', null],
  ['webgl', null],
] as const)('on %s, %s', (backend, variant) => {
  beforeAll(async () => {
    await openDevice(backend, () => undefined);
    if (variant !== null) registerFoveaKernels(await loadFoveaKernels(variant));
  });

  test('product and gradient are those of the whole matrix, and nothing stays allocated', async () => {
    const before = memory().numTensors;
    const weights = new DeviceWeights();
    const blocks = () => weights.blocks(kernel).map((block) => block.tensor);
    const [input, gradient] = [tensor(x, [batch, rows]), tensor(dy, [batch, columns])];
    expect(furthest(await valuesOf(() => denseProduct(input, blocks())), plainProduct())).toBeLessThan(1e-3);
    expect(furthest(await valuesOf(() => denseGradient(gradient, blocks())), plainGradient())).toBeLessThan(1e-3);
    for (const used of [input, gradient]) used.dispose();
    weights.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
