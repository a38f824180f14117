import type { AttributionMap } from '../explain';
import { type Region, regions } from '../face';
import { resizeMap } from './resizeMap';

export interface RegionHeat {
  readonly region: Region;
  /** Of the map's heat, 0..1; all regions sum to 1, or to 0 where the map has no heat. */
  readonly share: number;
  /** Of the input's area, 0..1. */
  readonly area: number;
  /** Share over area: 1 is what an even map would have; NaN where the region has no area. */
  readonly density: number;
}

/**
 * How a map's heat divides among the regions: the map resampled to the input, magnitudes of a signed map, positive
 * values of another.
 * @param labels for each pixel of the input [height, width], the index of its region
 */
export function regionHeat(
  map: AttributionMap,
  labels: Uint8Array,
  [height, width]: readonly [number, number],
): readonly RegionHeat[] {
  const values = resizeMap(map, width, height, 'centres');
  const heat = regions.map(() => 0);
  const cells = regions.map(() => 0);
  for (let i = 0; i < labels.length; i++) {
    const [label, value] = [labels[i] as number, values[i] as number];
    heat[label] = (heat[label] ?? 0) + (map.signed ? Math.abs(value) : Math.max(0, value));
    cells[label] = (cells[label] ?? 0) + 1;
  }
  const total = heat.reduce((sum, value) => sum + value, 0);
  return regions.map((region, i) => {
    const share = total > 0 ? (heat[i] as number) / total : 0;
    const area = (cells[i] as number) / labels.length;
    return { region, share, area, density: area > 0 ? share / area : Number.NaN };
  });
}
