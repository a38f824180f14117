import { cellOf } from '../../shared/cellOf';
import type { LoadedNetwork } from '../../shared/network';
import { plainCell } from '../../shared/presets';

/** Input pixels per cell of the named layer's map; the presets' plain one where there is no such layer. */
export function cellOfLayer({ info, layers }: LoadedNetwork, name: string): number {
  const layer = layers.find((candidate) => candidate.name === name);
  return layer === undefined ? plainCell : cellOf(info, layer);
}
