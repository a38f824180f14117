import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeLeft } from '../../../src/page/panels/masks/measured/timeLeft';

test('at an even rate the time so far and the time left make the whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 100 }), fc.integer({ min: 2000, max: 1e6 }), (percent, elapsed) => {
      const left = timeLeft(percent / 100, elapsed);
      expect((elapsed + (left ?? Number.NaN)) * (percent / 100)).toBeCloseTo(elapsed, 6);
    }),
  );
});

test('nothing is told of the first two seconds or the first fiftieth', () => {
  expect(timeLeft(0.5, 1999)).toBeNull();
  expect(timeLeft(0.019, 60_000)).toBeNull();
  expect(timeLeft(0, 60_000)).toBeNull();
  expect(timeLeft(1, 60_000)).toBe(0);
});
