import { describe, expect, it } from 'vitest';
import { colourHeat } from '../../../src/page/paint/colourHeat';
import { type ColourMapName, colourTable, entryOf } from '../../../src/page/paint/colourMaps';

const at = (name: ColourMapName, share: number) => [...colourTable(name).subarray(entryOf(share), entryOf(share) + 3)];

/** Rec. 709 luminance of an sRGB colour, 0..1. */
function luminance(rgb: readonly number[]): number {
  const linear = rgb.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

describe('colour maps', () => {
  // matplotlib 3's own values at 0, 0.5 and 1, in hexadecimal; jet's after MATLAB's definition.
  it.each([
    ['inferno', '000004', 'bc3754', 'fcffa4'],
    ['viridis', '440154', '21918c', 'fde725'],
    ['magma', '000004', 'b73779', 'fcfdbf'],
    ['jet', '000080', '80ff80', '800000'],
  ] as const)('%s begins, is in its middle and ends as published', (name, ...published) => {
    for (const [i, hex] of published.entries()) {
      const wanted = [0, 2, 4].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
      for (const [channel, value] of at(name, i / 2).entries())
        expect(Math.abs(value - (wanted[channel] ?? Number.NaN)), `${name} at ${i / 2}`).toBeLessThanOrEqual(3);
    }
  });

  it.each(['inferno', 'viridis', 'magma'] as const)('%s grows lighter all the way', (name) => {
    const steps = Array.from({ length: 33 }, (_, i) => luminance(at(name, i / 32)));
    for (const [i, value] of steps.entries()) if (i > 0) expect(value).toBeGreaterThan(steps[i - 1] ?? 0);
  });

  it('turbo runs from blue over green to red', () => {
    const strongest = (rgb: number[]) => rgb.indexOf(Math.max(...rgb));
    expect([0.15, 0.5, 0.9].map((share) => strongest(at('turbo', share)))).toEqual([2, 1, 0]);
  });

  it('the diverging map is blue below 0, nearly white at 0, red above, and as strong on either side', () => {
    const [low, middle, high] = [at('diverging', 0), at('diverging', 0.5), at('diverging', 1)];
    expect(low[2]).toBeGreaterThan((low[0] ?? 0) + 60);
    expect(high[0]).toBeGreaterThan((high[2] ?? 0) + 60);
    expect(Math.min(...middle)).toBeGreaterThan(235);
    expect(Math.abs(luminance(low) - luminance(high))).toBeLessThan(0.05);
  });

  it('clips what lies beyond the scale', () => {
    expect(at('viridis', -3)).toEqual(at('viridis', 0));
    expect(at('viridis', 7)).toEqual(at('viridis', 1));
  });
});

describe('colouring a map', () => {
  const table = colourTable('magma');

  it('gives every value the colour of its place between the ends', () => {
    const map = { width: 3, height: 1, values: Float32Array.of(-2, 0, 2), signed: true };
    const rgba = colourHeat({ map, table, low: -2, high: 2 });
    const colours = [0, 1, 2].map((i) => [...rgba.subarray(i * 4, i * 4 + 4)]);
    expect(colours).toEqual([
      [...at('magma', 0), 255],
      [...at('magma', 0.5), 255],
      [...at('magma', 1), 255],
    ]);
  });

  it('lets a face through where there is little heat: all of it at 0, what opacity leaves at the end', () => {
    const at3 = (low: number, values: number[]) => {
      const over = { width: 3, height: 1, values: Float32Array.from(values), signed: low < 0 };
      const rgba = colourHeat({ map: over, table, low, high: 2, opacity: 0.8 });
      return [3, 7, 11].map((i) => rgba[i]);
    };
    expect(at3(0, [0, 2, 5])).toEqual([0, 204, 204]);
    expect(at3(-2, [-2, 0, 2])).toEqual([204, 0, 204]);
    // Half of the way: 255 · 0.8 · 0.5^0.8.
    expect(at3(0, [1, 1, 1])).toEqual([117, 117, 117]);
  });

  it('colours a scale without extent with its low end', () => {
    const map = { width: 1, height: 1, values: Float32Array.of(0), signed: false };
    expect([...colourHeat({ map, table, low: 0, high: 0 })]).toEqual([...at('magma', 0), 255]);
  });
});
