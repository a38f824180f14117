import type { AscentState } from '../../shared/ascent';
import { networksStore } from '../state/networks';
import { selectionStore } from '../state/selection';
import type { Tile } from '../state/tiles';
import { resumeEngine } from './resumeEngine';
import { runTile } from './runTile';
import { restartClock, writeTile } from './tileWriter';

/**
 * Puts a tile of the shown page to work, ahead of the others, up to `tile.steps`; nothing happens without a network.
 */
export function workOnTile(tile: Tile, state: AscentState | null): void {
  const { network, layer, settings } = selectionStore.getState();
  const loaded = networksStore.getState().entries.get(network)?.loaded;
  if (layer === null || loaded === null || loaded === undefined) return;
  resumeEngine();
  writeTile(tile);
  restartClock();
  void runTile({
    network,
    hash: loaded.info.hash,
    layer,
    filter: tile.filter,
    settings: { ...settings, seed: tile.seed },
    untilStep: tile.steps,
    state,
    priority: 1,
  });
}
