import type { AttributionMap } from '../../shared/explain';

/** From one end of the colours to the other, in the map's own units. */
export type Range = readonly [number, number];

/** A range for maps that stand on one scale: from 0 to the largest value, for signed maps as far to both sides. */
export function mapRange(maps: readonly AttributionMap[]): Range {
  let most = 0;
  for (const { values } of maps) for (const value of values) most = Math.max(most, Math.abs(value));
  return [maps.some(({ signed }) => signed) ? -most : 0, most];
}

/** Whether there is nothing to see: no positive value, or, where signs mean something, no value but 0. */
export const isBlank = ({ values, signed }: AttributionMap): boolean =>
  values.every((value) => (signed ? value === 0 : value <= 0));
