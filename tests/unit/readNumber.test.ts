import { expect, test } from 'vitest';
import { readNumber } from '../../src/page/ui/readNumber';

const pixels = { min: 0, max: 255 };
const size = { min: 32, max: 512, whole: true };

test.each([
  ['127.5', 127.5],
  [' 127,5 ', 127.5],
  ['93,5940', 93.594],
  ['0,125', 0.125],
  ['1e2', 100],
  ['.5', 0.5],
  ['+7', 7],
])('%j is read as %d', (text, value) => {
  expect(readNumber(text, pixels)).toEqual({ value });
});

test('a minus may be a typographic one', () => {
  expect(readNumber('−2,5', {})).toEqual({ value: -2.5 });
});

test.each(['abc', '12abc', '1,2,3', '1.2.3', '1,234.5', 'Infinity', '0x10', '--1', '1e999', '.', '-'])(
  '%j is told to be no number',
  (text) => {
    expect(readNumber(text, pixels)).toEqual({ problem: `“${text}” is no number. Takes 0 to 255` });
  },
);

test('a comma that may part thousands is asked about', () => {
  expect(readNumber('1,000', { min: 0, max: 8000 })).toEqual({
    problem: '“1,000” may be 1000 or 1.000: write it without the comma',
  });
});

test('what a field does not take is not moved into its range', () => {
  expect(readNumber('1e-30', { min: 0.0001, max: 65_535 })).toEqual({
    problem: '“1e-30” is not taken. Takes 0.0001 to 65535',
  });
  expect(readNumber('40,5', size)).toEqual({ problem: '“40,5” is not taken. Takes 32 to 512, whole numbers' });
  expect(readNumber('', size)).toEqual({ problem: 'Takes 32 to 512, whole numbers' });
});
