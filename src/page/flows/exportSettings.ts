import { FoveaError } from '../../shared/errors';
import type { AscentFile } from '../intake/ascentFile';
import { networksStore } from '../state/networks';
import { selectionStore } from '../state/selection';
import { tilesStore } from '../state/tiles';
import { saveFile } from './saveFile';
import { flushTiles } from './tileWriter';

/** Saves everything that is needed to repeat what is shown, with its objectives, as JSON. */
export async function exportSettings(): Promise<void> {
  flushTiles();
  const { network, layer, pageStart, settings } = selectionStore.getState();
  const loaded = networksStore.getState().entries.get(network)?.loaded;
  if (layer === null || loaded === null || loaded === undefined)
    throw new FoveaError('Nothing is shown that could be saved.', 'Choose a layer first.');
  const { id, name, hash } = loaded.info;
  const tiles = [...tilesStore.getState().tiles.values()];
  const content: AscentFile = {
    format: 'fovea-ascent',
    version: 1,
    network: { id, name, hash },
    layer,
    pageStart,
    settings,
    results: tiles.map(({ filter, seed, step, steps, status, objectives }) => ({
      filter,
      seed,
      step,
      steps,
      dead: status === 'dead',
      objectives: objectives.map((objective) => (Number.isFinite(objective) ? objective : null)),
    })),
  };
  const blob = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
  saveFile(blob, `${id}-${layer}-${pageStart}.json`);
}
