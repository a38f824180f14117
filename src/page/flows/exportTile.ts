import { FoveaError } from '../../shared/errors';
import { selectionStore } from '../state/selection';
import { pictureCanvas } from './pictureCanvas';
import { saveFile } from './saveFile';
import { currentTile } from './tileWriter';

/** Saves one filter's picture as a PNG at its own size. Rejects with a FoveaError when there is none yet. */
export async function exportTile(filter: number): Promise<void> {
  const tile = currentTile(filter);
  if (tile === undefined || tile.picture === null)
    throw new FoveaError(`Filter ${filter} has no picture yet.`, 'Wait until its tile appears.');
  const { network, layer } = selectionStore.getState();
  const blob = await pictureCanvas(tile.picture).convertToBlob({ type: 'image/png' });
  saveFile(blob, `${network}-${layer}-${filter}-step${tile.step}.png`);
}
