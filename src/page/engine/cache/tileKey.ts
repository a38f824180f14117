import type { AscentSettings } from '../../../shared/ascent';

/** Stored tiles outlive a release: to be raised whenever the same settings come to give another picture. */
const algorithm = 2;

/** What a page of tiles shows: the network, the layer and every setting, in one canonical order. */
export function pageKey(networkHash: string, layer: string, settings: AscentSettings): string {
  return JSON.stringify([algorithm, networkHash, layer, sorted(settings)]);
}

/** Identity of one tile. It is the text itself, not its hash: no collision, and no wait on a digest. */
export function tileKey(networkHash: string, layer: string, filter: number, settings: AscentSettings): string {
  return JSON.stringify([algorithm, networkHash, layer, sorted(settings), filter]);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, part]) => [name, sorted(part)]);
}
