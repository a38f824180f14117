/** What is said of a lower precision: never more than was measured. */
import { expect, test } from 'vitest';
import { outputChange } from '../../../src/page/flows/networks/outputChange';
import { changeWords } from '../../../src/page/panels/networks/keeping/changeWords';
import type { Recognition } from '../../../src/shared/explain';

const measured = { faces: 6, bytesBefore: 2, bytesAfter: 1 };
const change = { ...measured, probability: null, renamed: null, cosine: null, zeros: 0 };

test('a cosine just below 1 is not said to be at least 1', () => {
  expect(changeWords({ ...change, cosine: 0.999998 })).toContain('cosine of at least 0.99999.');
  expect(changeWords({ ...change, cosine: 1.0000001 })).toContain('cosine of at least 1.00000.');
});

test('where nothing can be compared, that is said', () => {
  expect(changeWords(change)).toBe('Measured on 6 faces: nothing that can be compared.');
});

test('a change too small to be told in digits is told as less than the last of them', () => {
  expect(changeWords({ ...change, probability: 0.0001 })).toContain('no probability changes by 0.1 % or more.');
  expect(changeWords({ ...change, probability: 0 })).toContain('Measured on 6 faces: no probability changes.');
  expect(changeWords({ ...change, probability: 0.0123 })).toContain('no probability changes by more than 1.2 %.');
});

test('embeddings of zeros have no cosine, and that is said beside what was measured of the others', () => {
  const answer = (...values: number[]): Recognition => ({
    embedding: Float32Array.from(values),
    outputs: [],
    identity: null,
  });
  const nothing = outputChange([[answer(0, 0), answer(0, 0)]]);
  expect(nothing).toMatchObject({ cosine: null, zeros: 1 });
  expect(changeWords({ ...measured, ...nothing })).toBe(
    'Measured on 1 face: the embedding of 1 of them cannot be compared: it is all zeros.',
  );
  const some = outputChange([
    [answer(1, 0), answer(1, 0)],
    [answer(1, 0), answer(0, 0)],
    [answer(0, 0), answer(0, 1)],
  ]);
  expect(changeWords({ ...measured, ...some })).toBe(
    'Measured on 3 faces: embeddings before and after have a cosine of at least 1.00000; the embeddings of 2 of them cannot be compared: they are all zeros.',
  );
});
