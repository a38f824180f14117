/** Weights in half and 8-bit precision: written by the sink, read back by the loader. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WeightPrecision } from '../../../src/shared/network';
import { createSink } from '../../../src/worker/convert/createSink';
import { encoders } from '../../../src/worker/convert/encoders';
import { memoryTarget } from '../../../src/worker/convert/memoryTarget';
import { readWeights } from '../../../src/worker/network/loaders/readWeights';
import { checkManifest } from '../../../src/worker/network/loaders/weightsManifest';

const signal = new AbortController().signal;

/** What a loader reads of one weight that was written in this precision, in chunks of any length. */
async function throughFile(precision: WeightPrecision, values: Float32Array, shape = [1, values.length], chunk = 7) {
  const sink = createSink(encoders[precision], memoryTarget());
  await sink.add(signal, 'layer/kernel', shape, () => chunksOf(values, chunk));
  const [json, bytes] = await sink.finish(signal, {});
  if (json === undefined || bytes === undefined) throw new Error('Two files are expected.');
  const { weightsManifest } = JSON.parse(await json.text()) as { weightsManifest: unknown };
  const read = await readWeights(signal, checkManifest(weightsManifest), bytes, async () => {});
  const found = read.get('layer/kernel')?.values ?? new Float32Array();
  return { found, bytes: bytes.size };
}

/** Each chunk in the memory of the one before, as a reader may do it. */
async function* chunksOf(values: Float32Array, chunk: number): AsyncGenerator<Float32Array> {
  const memory = new Float32Array(chunk);
  for (let at = 0; at < values.length; at += chunk) {
    const part = values.subarray(at, at + chunk);
    memory.set(part);
    yield memory.subarray(0, part.length);
  }
}

const floats = (most: number) => {
  const value = fc.float({ min: Math.fround(-most), max: Math.fround(most), noNaN: true });
  return fc.array(value, { minLength: 1, maxLength: 60 }).map((list) => Float32Array.from(list));
};
const largest = (list: Float32Array) => list.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
const smallest = (list: Float32Array) =>
  list.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);

/** Every finite half, in order, by the definition of IEEE 754 binary16. */
const halves = Array.from({ length: 0x7c00 }, (_, bits) => {
  const [exponent, fraction] = [bits >> 10, bits & 0x3ff];
  return exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
});

/** The half nearest to a value, by looking at its neighbours; of two as near the one with an even code. */
function nearestHalf(value: number): number {
  const magnitude = Math.abs(value);
  let [low, high] = [0, halves.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((halves[middle] ?? 0) <= magnitude) low = middle;
    else high = middle;
  }
  const [below, above] = [halves[low] ?? 0, halves[high] ?? 0];
  const [toBelow, toAbove] = [magnitude - below, above - magnitude];
  const even = low % 2 === 0 ? below : above;
  const nearest = toBelow === toAbove ? even : toBelow < toAbove ? below : above;
  return Math.sign(value) * nearest;
}

describe('32 bits', () => {
  test('are the values themselves', async () => {
    await fc.assert(
      fc.asyncProperty(floats(1e30), async (values) => {
        expect((await throughFile('f32', values)).found).toEqual(values);
      }),
    );
  });
});

describe('halves', () => {
  test('each value becomes the nearest half: at most 2⁻¹¹ of it away, or 2⁻²⁵ below the normal range', async () => {
    const mixed = fc.oneof(floats(60_000), floats(1), floats(1e-4), floats(1e-7));
    await fc.assert(
      fc.asyncProperty(mixed, async (values) => {
        const { found, bytes } = await throughFile('f16', values);
        expect(bytes).toBe(2 * values.length);
        for (const [i, value] of values.entries()) {
          expect(Math.abs(found[i] ?? Number.NaN)).toBe(Math.abs(nearestHalf(value)));
          const bound = Math.max(Math.abs(value) * 2 ** -11, 2 ** -25);
          expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(bound);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('ties go to the even half, all halves stay what they are', async () => {
    const ties = Float32Array.from([2 ** -25, 3 * 2 ** -25, 1 + 2 ** -11, 1 + 3 * 2 ** -11, 2049, 2051]);
    expect([...(await throughFile('f16', ties)).found]).toEqual([0, 2 ** -23, 1, 1 + 2 ** -9, 2048, 2052]);
    const all = Float32Array.from(halves);
    expect((await throughFile('f16', all, [2, all.length / 2], 1000)).found).toEqual(all);
  });

  test('a weight beyond their range stays in 32 bits', async () => {
    const values = Float32Array.from([1 / 3, 70_000]);
    expect(await throughFile('f16', values)).toEqual({ found: values, bytes: 8 });
    const edge = Float32Array.from([65504, -65504]);
    expect(await throughFile('f16', edge)).toEqual({ found: edge, bytes: 4 });
  });
});

describe('8 bits', () => {
  test('each value is at most half a step away, a step being 1/255 of the range', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(floats(1), floats(1e6)), async (values) => {
        const { found, bytes } = await throughFile('u8', values);
        expect(bytes).toBe(values.length);
        const step = (largest(values) - smallest(values)) / 255;
        const scale = Math.max(Math.abs(largest(values)), Math.abs(smallest(values)));
        for (const [i, value] of values.entries()) {
          // Reading rounds to 32-bit floats.
          expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(step / 2 + scale * 2 ** -23);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('0 stays 0 where the range holds it, and one value stays itself', async () => {
    await fc.assert(
      fc.asyncProperty(floats(10), async (values) => {
        const withZero = Float32Array.from([...values, 0]);
        expect(Math.abs((await throughFile('u8', withZero)).found.at(-1) ?? Number.NaN)).toBeLessThan(1e-6);
      }),
    );
    const same = new Float32Array(5).fill(0.3);
    expect((await throughFile('u8', same)).found).toEqual(same);
  });
});

test.each(['f16', 'u8'] as const)('what has one dimension stays in 32 bits (%s)', async (precision) => {
  const variance = Float32Array.from([1e-5, 1 / 3, 4e4]);
  expect(await throughFile(precision, variance, [3])).toEqual({ found: variance, bytes: 12 });
});

test.each(['f32', 'f16', 'u8'] as const)(
  'NaN and infinities are refused by the weight’s name (%s)',
  async (precision) => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      await expect(throughFile(precision, Float32Array.from([1, wrong, 2]))).rejects.toThrow('layer/kernel');
    }
  },
);
