import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks } from '../../../src/page/paint/axisTicks';
import { heatScale } from '../../../src/page/paint/heatScale';
import { readMap, spotAfterKey } from '../../../src/page/paint/mapReading';

const map = (values: number[], signed = false) => ({
  width: values.length,
  height: 1,
  values: Float32Array.from(values),
  signed,
});

describe('the scale of a map', () => {
  const own = { beforeRelu: null, colours: 'inferno', largest: null } as const;

  it('runs from 0 to the largest value', () => {
    expect(heatScale({ ...own, map: map([0, 0.5, 2]) })).toEqual({ low: 0, high: 2, colours: 'inferno', empty: null });
  });

  it('is symmetric and diverging for a signed map', () => {
    expect(heatScale({ ...own, map: map([-3, 1], true) })).toEqual({
      low: -3,
      high: 3,
      colours: 'diverging',
      empty: null,
    });
  });

  it('is the common one where there is one, and never smaller than the map', () => {
    expect(heatScale({ ...own, map: map([1]), largest: 5 }).high).toBe(5);
    expect(heatScale({ ...own, map: map([8]), largest: 5 }).high).toBe(8);
  });

  it('says whether a map without heat was negative or zero', () => {
    expect(heatScale({ ...own, map: map([0, 0]), beforeRelu: [-2, -0.1] }).empty).toBe('negative');
    expect(heatScale({ ...own, map: map([0, 0]), beforeRelu: [0, 0] }).empty).toBe('zero');
    expect(heatScale({ ...own, map: map([0, 0]) }).empty).toBe('zero');
  });
});

describe('ticks', () => {
  it.each([
    [0, 1, [0, 0.5, 1]],
    [0, 0.0123, [0, 0.005, 0.01]],
    [-3, 3, [-2, 0, 2]],
    [0, 47, [0, 20, 40]],
  ])('from %d to %d', (low, high, ticks) => expect(axisTicks(low, high)).toEqual(ticks));

  it('are three to six, evenly spaced, in the range', () => {
    const range = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, ([low, span]) => {
        const ticks = axisTicks(low, low + span);
        // Where a span is lost in the ends' own digits there is nothing to divide.
        fc.pre(span > Math.abs(low) * 1e-6);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low - span * 1e-6);
          expect(tick).toBeLessThanOrEqual(low + span * (1 + 1e-6));
        }
      }),
    );
  });
});

describe('reading a map', () => {
  const grid = { width: 2, height: 2, values: Float32Array.of(1, 2, 3, 4), signed: false };
  const labels = Uint8Array.of(0, 1, 2, 3);

  it('gives value, place and region under a spot, its edges included', () => {
    expect(readMap({ x: 0.9, y: 0.1 }, grid, labels, grid)).toEqual({ column: 1, row: 0, value: 2, region: 'brows' });
    expect(readMap({ x: 1, y: 1 }, grid, labels, grid)).toEqual({ column: 1, row: 1, value: 4, region: 'mouth' });
    expect(readMap({ x: 0, y: 0 }, grid, labels, grid)).toMatchObject({ value: 1, region: 'eyes' });
  });

  it('moves from cell to cell and stays at the edge', () => {
    expect(spotAfterKey({ x: 0.1, y: 0.1 }, 'ArrowRight', grid)).toEqual({ x: 0.75, y: 0.25 });
    expect(spotAfterKey({ x: 0.75, y: 0.25 }, 'ArrowRight', grid)).toEqual({ x: 0.75, y: 0.25 });
    expect(spotAfterKey({ x: 0.75, y: 0.25 }, 'ArrowDown', grid)).toEqual({ x: 0.75, y: 0.75 });
    expect(spotAfterKey({ x: 0.5, y: 0.5 }, 'a', grid)).toBeNull();
  });
});
