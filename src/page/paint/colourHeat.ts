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

/** A map's raw values as RGBA pixels, one a value. */
export function colourHeat({ map, table, low, high, opacity }: ColourHeatInput): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(map.values.length * 4);
  const span = high > low ? high - low : 1;
  for (const [i, value] of map.values.entries()) {
    const share = (value - low) / span;
    const entry = entryOf(share);
    rgba[i * 4] = table[entry] as number;
    rgba[i * 4 + 1] = table[entry + 1] as number;
    rgba[i * 4 + 2] = table[entry + 2] as number;
    rgba[i * 4 + 3] = opacity === undefined ? 255 : 255 * heatAlpha(share, low < 0, opacity);
  }
  return rgba;
}
