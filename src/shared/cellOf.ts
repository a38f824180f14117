import type { LayerInfo, NetworkInfo } from './network';
import { plainCell } from './presets';

/**
 * Input pixels per cell of a layer's map, in one direction: the input's side divided by the map's. A layer without a
 * map (dense, or one cell in all) sees the whole input, which says nothing about a scale: it counts as the coarsest.
 */
export function cellOf(network: Pick<NetworkInfo, 'input'>, layer: Pick<LayerInfo, 'outputShape'>): number {
  const [side = 0] = layer.outputShape.length === 3 ? layer.outputShape : [];
  return side > 1 ? network.input[0] / side : coarsest;
}

/** A network's last maps seldom have larger cells. */
const coarsest = 4 * plainCell;
