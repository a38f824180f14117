import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatDuration, formatMillions, formatObjective } from '../../src/page/ui/format';

describe('numbers as a person reads them', () => {
  it.each([
    [0, '0'],
    [1.234, '1.23'],
    [12.34, '12.3'],
    [1234.6, '1235'],
    [0.01234, '0.0123'],
    [-2.5, '−2.50'],
    [123456, '1.2e5'],
    [0.00012, '1.2e−4'],
    [Number.NaN, '–'],
  ])('objective %d is %s', (value, text) => expect(formatObjective(value)).toBe(text));

  it.each([
    [7_400, '7 s'],
    [130_000, '2 min 10 s'],
    [59_600, '1 min 00 s'],
    [3_900_000, '1 h 05 min'],
    [-5, '0 s'],
  ])('%d ms is %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));

  it.each([
    [999, '999\u00a0B'],
    [64_000, '64\u00a0kB'],
    [6_444_032, '6.4\u00a0MB'],
    [2.5e9, '2.5\u00a0GB'],
  ])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it('groups thousands, and shortens millions', () => {
    expect(formatCount(5_614_592)).toBe('5,614,592');
    expect(formatMillions(5_614_592)).toBe('5.6 million');
    expect(formatMillions(2_622)).toBe('2,622');
  });
});
