import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onAxis, whiskerAxis, whiskerMarks } from '../../../src/page/paint/people/whiskers';

const value = fc.double({ min: -50, max: 50, noNaN: true });
const whisker = fc.tuple(value, value, value).map((three) => {
  const [low = 0, mean = 0, high = 0] = three.sort((a, b) => a - b);
  return { low, mean, high };
});

it('holds every figure and 0, in order, with at least two ticks on it', () => {
  fc.assert(
    fc.property(fc.array(whisker, { maxLength: 8 }), (whiskers) => {
      const axis = whiskerAxis(whiskers);
      for (const one of [...whiskers, { low: 0, mean: 0, high: 0 }]) {
        const { mean, from, to } = whiskerMarks(one, axis);
        expect(onAxis(one.low, axis)).toBeGreaterThanOrEqual(0);
        expect(onAxis(one.high, axis)).toBeLessThanOrEqual(1);
        expect(from).toBeLessThanOrEqual(mean ?? Number.NaN);
        expect(to).toBeGreaterThanOrEqual(mean ?? Number.NaN);
      }
      expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
      expect(axis.ticks.every((tick) => tick >= axis.from - 1e-9 && tick <= axis.to + 1e-9)).toBe(true);
    }),
  );
});

it('draws no whisker where there is no interval', () => {
  const one = { mean: 0.25, low: Number.NaN, high: Number.NaN };
  expect(whiskerMarks(one, { from: 0, to: 1, ticks: [] })).toEqual({ mean: 25, from: null, to: null, zero: 0 });
});
