import type { AttributionMap } from '../../../shared/explain';
import type { LayerShape } from './layerShape';

/** The map that is left after a ReLU, and the range of its values before. */
export function rectify(
  { width, height }: LayerShape,
  values: Float64Array,
): { map: AttributionMap; beforeRelu: readonly [number, number] } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const map = { width, height, values: Float32Array.from(values, (value) => Math.max(0, value)), signed: false };
  return { map, beforeRelu: [low, high] };
}
