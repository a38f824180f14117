import type { AttributionMap } from '../../../shared/explain';
import { createRandom } from '../../../shared/random';
import { resizeMap } from '../../../shared/raster/resizeMap';

export interface PixelRanks {
  /** For each pixel its place in the order of the map, the highest value first: 0 … pixels − 1. */
  readonly map: Uint32Array;
  /** The same in a random order. */
  readonly random: Uint32Array;
}

/**
 * The order in which pixels are changed. The random order is that of a map of random values at the map's own
 * resolution, brought to the input's size in the same way: it changes patches as large as the map's, so that the two
 * orders differ in where they begin and not in how finely they crumble the picture. It also decides between pixels of
 * one value, such as all those that a ReLU left at 0.
 */
export function pixelRanks(map: AttributionMap, width: number, height: number, seed: number): PixelRanks {
  const random = createRandom(seed);
  const noise = { ...map, values: map.values.map(() => random()) };
  const heat = resizeMap(map, width, height, 'centres');
  const chance = resizeMap(noise, width, height, 'centres');
  return { map: rank(heat, chance), random: rank(chance, chance) };
}

function rank(values: Float32Array, tieBreaker: Float32Array): Uint32Array {
  const of = (list: Float32Array, i: number) => list[i] ?? 0;
  const order = Uint32Array.from(values, (_, i) => i).sort(
    (i, j) => of(values, j) - of(values, i) || of(tieBreaker, j) - of(tieBreaker, i),
  );
  const ranks = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place++) ranks[order[place] ?? 0] = place;
  return ranks;
}
