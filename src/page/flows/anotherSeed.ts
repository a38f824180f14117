import { selectionStore } from '../state/selection';
import { queuedTile } from './tileTask';
import { currentTile } from './tileWriter';
import { workOnTile } from './workOnTile';

/** Starts one filter again from another random start. */
export function anotherSeed(filter: number): void {
  const { settings } = selectionStore.getState();
  const tile = currentTile(filter);
  const seed = ((tile?.seed ?? settings.seed) + 1) >>> 0;
  const { picture = null, version = 0 } = tile ?? {};
  // The old picture stays until the first frame of the new one: no flash of emptiness.
  workOnTile({ ...queuedTile(filter, { ...settings, seed }), picture, version }, null);
}
