import { expect, test } from 'vitest';
import { readPrecision } from '../../../src/page/intake/readPrecision';

const { signal } = new AbortController();

interface Entry {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

const filesOf = (...weights: readonly Entry[]) => [
  new File([new Uint8Array(4)], 'group1-shard1of1.bin'),
  new File([JSON.stringify({ modelTopology: {}, weightsManifest: [{ paths: [], weights }] })], 'model.json'),
];
const kernel = [3, 3, 64, 64];
const bias = { shape: [64], dtype: 'float32' };

test.each([
  ['f32', undefined],
  ['u8', { dtype: 'uint8' }],
  ['f16', { dtype: 'uint16' }],
  ['f16', { dtype: 'float16' }],
] as const)('most values tell: %s', async (precision, quantization) => {
  const weight = { shape: kernel, dtype: 'float32', ...(quantization === undefined ? {} : { quantization }) };
  expect(await readPrecision(signal, filesOf(bias, weight, bias))).toBe(precision);
});

test('one quantised layer makes no quantised network; a manifest that is none tells 32 bits', async () => {
  const few = { shape: [64], dtype: 'float32', quantization: { dtype: 'uint8' } };
  expect(await readPrecision(signal, filesOf({ shape: kernel, dtype: 'float32' }, few))).toBe('f32');
  expect(await readPrecision(signal, [new File(['{'], 'model.json')])).toBe('f32');
  expect(await readPrecision(signal, [])).toBe('f32');
});
