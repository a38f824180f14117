/** What is said of a lower precision: never more than was measured. */
import { expect, test } from 'vitest';
import { changeWords } from '../../../src/page/panels/networks/keeping/changeWords';

const measured = { faces: 6, bytesBefore: 2, bytesAfter: 1 };
const change = { ...measured, probability: null, renamed: null, cosine: null };

test('a cosine just below 1 is not said to be at least 1', () => {
  expect(changeWords({ ...change, cosine: 0.999998 })).toContain('cosine of at least 0.99999.');
  expect(changeWords({ ...change, cosine: 1.0000001 })).toContain('cosine of at least 1.00000.');
});

test('where nothing can be compared, that is said', () => {
  expect(changeWords(change)).toBe('Measured on 6 faces: nothing that can be compared.');
});
