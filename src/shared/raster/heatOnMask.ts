import type { AttributionMap } from '../explain';
import { resizeMap } from './resizeMap';

/**
 * Share of a map's heat that lies on hidden pixels, 0..1; 0 where the map has no heat. Heat is what `regionHeat`
 * counts: magnitudes of a signed map, positive values of another, the map resampled to the input.
 * @param hidden for each pixel of the input [height, width] 0 where it is open
 */
export function heatOnMask(
  map: AttributionMap,
  hidden: Uint8Array,
  [height, width]: readonly [number, number],
): number {
  const values = resizeMap(map, width, height, 'centres');
  let total = 0;
  let on = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const heat = map.signed ? Math.abs(value) : Math.max(0, value);
    total += heat;
    if (hidden[i] !== 0) on += heat;
  }
  return total > 0 ? on / total : 0;
}
