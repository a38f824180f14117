import type { AttributionMap } from '../../shared/explain';
import { type ColourTable, entryOf } from './colourMaps';

export interface ColourHeatInput {
  readonly map: AttributionMap;
  readonly table: ColourTable;
  /** Raw values that get the table's first and last colour; values beyond them get these, too. */
  readonly low: number;
  readonly high: number;
}

/** A map's raw values as opaque RGBA pixels, one a value. */
export function colourHeat({ map, table, low, high }: ColourHeatInput): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(map.values.length * 4);
  const span = high > low ? high - low : 1;
  for (const [i, value] of map.values.entries()) {
    const entry = entryOf((value - low) / span);
    rgba[i * 4] = table[entry] as number;
    rgba[i * 4 + 1] = table[entry + 1] as number;
    rgba[i * 4 + 2] = table[entry + 2] as number;
    rgba[i * 4 + 3] = 255;
  }
  return rgba;
}
