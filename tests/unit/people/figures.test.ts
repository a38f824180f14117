import { expect, it, test } from 'vitest';
import {
  boundedNote,
  intervalNotes,
  noDifferenceIntervalNote,
  noIntervalNote,
  span,
} from '../../../src/shared/people/figures';

const share = { kind: 'probability' } as const;
const size = { kind: 'condition', condition: 'faceSize' } as const;

test.each([
  [0.098, 0.149, share, '9.8 to 14.9'],
  [-0.12, 0.4, share, '−12.0 to 40.0'],
  // Two persons who changed nearly alike: an interval, and no certainty.
  [0.00171, 0.00192, share, '0.17 to 0.19'],
  [0.002, 0.0020004, share, '0.2 to < 0.3'],
  [0, 1e-9, share, '0.0 to < 0.1'],
  [-1e-9, 1e-9, share, '0.0 to < 0.1'],
  // No share is above 100 %, and none below −100 points.
  [0.9999999, 1, share, '> 99.9 to 100.0'],
  [-1, -0.9999999, share, '−100.0 to < −99.9'],
  [0.99999991, 0.99999999, share, '> 99.9 to 100.0'],
  [83.6, 84.4, size, '83.6 to 84.4'],
  [80.2, 84.4, size, '80 to 84'],
  [Number.NaN, Number.NaN, share, '–'],
  [Number.NEGATIVE_INFINITY, 1, share, '–'],
])('an interval from %f to %f is told by two numbers, or not at all', (low, high, quantity, text) => {
  expect(span({ low, high }, quantity)).toBe(text);
});

it('tells an end that is held by a star', () => {
  expect(span({ low: 0.1, high: 0.2, bounded: true }, share)).toBe('10.0 to 20.0*');
});

it('says below a table what its stars and dashes mean, and nothing where it has none', () => {
  const plain = { mean: 0.1, low: 0, high: 0.2 };
  const none = { mean: 0.1, low: Number.NaN, high: Number.NaN };
  expect(intervalNotes([{ regions: { eyes: plain } }, null])).toEqual([]);
  expect(intervalNotes([{ regions: { eyes: plain, nose: none } }])).toEqual([noIntervalNote]);
  expect(intervalNotes([none, { ...plain, bounded: true }])).toEqual([boundedNote, noIntervalNote]);
  // Of two groups one may have no spread.
  const difference = { difference: 0.1, groups: ['A', 'B'], low: Number.NaN, high: Number.NaN };
  expect(intervalNotes([difference])).toEqual([noDifferenceIntervalNote]);
  expect(noDifferenceIntervalNote).toContain('in one of the two groups');
});
