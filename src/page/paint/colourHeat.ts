import type { AttributionMap } from '../../shared/explain';
import { type ColourTable, entryOf } from './colourMaps';
import { heatAlpha } from './heatAlpha';

export interface ColourHeatInput {
  readonly map: AttributionMap;
  readonly table: ColourTable;
  /** Raw values that get the table's first and last colour; values beyond them get these, too. */
  readonly low: number;
  readonly high: number;
  /** Of the largest value, over a face, 0..1; smaller ones hide less of it. Absent: all is opaque. */
  readonly opacity?: number;
}

/** Steps of the scale that pixels are worked out for, not one by one: four a colour, and one right in the middle. */
const steps = 4 * 255;

/** A map's raw values as RGBA pixels, one a value. */
export function colourHeat({ map, table, low, high, opacity }: ColourHeatInput): Uint8ClampedArray<ArrayBuffer> {
  const pixels = stepPixels(table, low < 0, opacity);
  const { values } = map;
  const perValue = high > low ? steps / (high - low) : steps;
  const coloured = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const step = ((values[i] as number) - low) * perValue;
    coloured[i] = pixels[step <= 0 ? 0 : step >= steps ? steps : Math.round(step)] as number;
  }
  return new Uint8ClampedArray(coloured.buffer);
}

/** The RGBA of each step, as the bytes lie in memory. */
function stepPixels(table: ColourTable, signed: boolean, opacity: number | undefined): Uint32Array {
  const rgba = new Uint8ClampedArray((steps + 1) * 4);
  for (let step = 0; step <= steps; step += 1) {
    const entry = entryOf(step / steps);
    rgba[step * 4] = table[entry] as number;
    rgba[step * 4 + 1] = table[entry + 1] as number;
    rgba[step * 4 + 2] = table[entry + 2] as number;
    rgba[step * 4 + 3] = opacity === undefined ? 255 : 255 * heatAlpha(step / steps, signed, opacity);
  }
  return new Uint32Array(rgba.buffer);
}
