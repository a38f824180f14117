import {
  interpolateInferno,
  interpolateMagma,
  interpolateRdBu,
  interpolateTurbo,
  interpolateViridis,
} from 'd3-scale-chromatic';

export type ColourMapName = 'inferno' | 'viridis' | 'magma' | 'turbo' | 'jet' | 'diverging';

/** 256 colours, red, green and blue of each in 0..255, from the scale's low end to its high end. */
export type ColourTable = Uint8ClampedArray<ArrayBuffer>;

const entries = 256;

/** Jet as MATLAB had it: red, green and blue are each a trapezoid, half a unit apart. */
function jet(t: number): readonly number[] {
  const trapezoid = (centre: number) => Math.min(1, Math.max(0, 1.5 - Math.abs(4 * t - centre))) * 255;
  return [trapezoid(3), trapezoid(2), trapezoid(1)];
}

/** '#440154' or 'rgb(68, 1, 84)' → [68, 1, 84]. */
function parseColour(colour: string): readonly number[] {
  if (!colour.startsWith('#')) return (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

const interpolators: Readonly<Record<ColourMapName, (t: number) => readonly number[]>> = {
  inferno: (t) => parseColour(interpolateInferno(t)),
  viridis: (t) => parseColour(interpolateViridis(t)),
  magma: (t) => parseColour(interpolateMagma(t)),
  turbo: (t) => parseColour(interpolateTurbo(t)),
  jet,
  // Red for what raises the target, blue for what lowers it, 0 nearly white in the middle.
  diverging: (t) => parseColour(interpolateRdBu(1 - t)),
};

const tables = new Map<ColourMapName, ColourTable>();

/** The table of a colour map; made once. */
export function colourTable(name: ColourMapName): ColourTable {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const table = new Uint8ClampedArray(entries * 3);
  for (let i = 0; i < entries; i += 1) table.set(interpolators[name](i / (entries - 1)), i * 3);
  tables.set(name, table);
  return table;
}

/** Where a share of the scale, clipped to 0..1, stands in a table. */
export const entryOf = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * (entries - 1)) * 3;
