import { expect, test } from 'vitest';
import { rangeWords, settleNumber } from '../../src/page/ui/settleNumber';

test('a field takes the nearest number of its range', () => {
  const size = { min: 32, max: 512, whole: true };
  expect([7, 32, 99.5, 5000].map((value) => settleNumber(value, size))).toEqual([32, 32, 100, 512]);
  expect(settleNumber(2.5, { min: 0, max: 8 })).toBe(2.5);
  expect(settleNumber(-1e9, {})).toBe(-1e9);
});

test('and says which that is', () => {
  expect(rangeWords({ min: 32, max: 512, whole: true })).toBe('32 to 512, whole numbers');
  expect(rangeWords({ min: -16, max: 0 })).toBe('−16 to 0');
  expect(rangeWords({})).toBe('');
});
