import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thresholdFrom } from '../../bench/recognition/thresholdFrom';

test('no threshold makes fewer errors, and the rates are those of its distance', () => {
  const distances = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(distances, distances, (same, different) => {
      const rates = (limit: number) => ({
        falseMatch: different.filter((distance) => distance <= limit).length / different.length,
        falseReject: same.filter((distance) => distance > limit).length / same.length,
      });
      const found = thresholdFrom(same, different);
      const expected = rates(found.distance);
      expect(found.falseMatch).toBeCloseTo(expected.falseMatch, 10);
      expect(found.falseReject).toBeCloseTo(expected.falseReject, 10);
      for (let limit = 0; limit <= 40; limit += 0.5) {
        const other = rates(limit);
        expect(found.falseMatch + found.falseReject).toBeLessThanOrEqual(other.falseMatch + other.falseReject + 1e-9);
      }
    }),
  );
});

test('where the two kinds lie apart, it lies in the middle between them', () => {
  expect(thresholdFrom([0.1, 0.02, 0.2], [0.5, 0.41, 0.4])).toEqual({
    distance: 0.30000000000000004,
    falseMatch: 0,
    falseReject: 0,
  });
  expect(() => thresholdFrom([], [1])).toThrow(RangeError);
});
