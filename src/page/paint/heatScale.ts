import type { AttributionMap } from '../../shared/explain';
import type { ColourMapName } from './colourMaps';

export interface HeatScale {
  /** Raw values at the two ends. */
  readonly low: number;
  readonly high: number;
  readonly colours: ColourMapName;
  /** Why there is nothing to colour; null where there is. */
  readonly empty: 'zero' | 'negative' | null;
}

export interface HeatScaleInput {
  readonly map: AttributionMap;
  /** Smallest and largest value before the method's ReLU, if it has one. */
  readonly beforeRelu: readonly [number, number] | null;
  readonly colours: ColourMapName;
  /** Largest magnitude of all maps on the common scale; null for a scale of the map's own. */
  readonly largest: number | null;
}

/** From 0 to the largest value; of a signed map symmetric about 0, in diverging colours. */
export function heatScale({ map, beforeRelu, colours, largest }: HeatScaleInput): HeatScale {
  let most = 0;
  for (const value of map.values) most = Math.max(most, map.signed ? Math.abs(value) : value);
  const high = Math.max(largest ?? 0, most);
  const negative = beforeRelu !== null && beforeRelu[0] < 0 && beforeRelu[1] <= 0;
  const empty = most > 0 ? null : negative ? 'negative' : 'zero';
  return { low: map.signed ? -high : 0, high, colours: map.signed ? 'diverging' : colours, empty };
}

/** The scale in words where it has nothing to show. */
export const emptyWords: Readonly<Record<'zero' | 'negative', string>> = {
  zero: 'The map is zero everywhere: at this layer nothing speaks for the target.',
  negative: 'Every value is negative before the ReLU: at this layer all of it speaks against the target.',
};
