import { FoveaError } from '../../shared/errors';
import { selectionStore } from '../state/selection';
import { tilesStore } from '../state/tiles';
import { gridPicture } from './gridPicture';
import { saveFile } from './saveFile';

/** Saves the shown page as one PNG: 8×8 tiles of 130 px, 5 px between, 1075×1075. Rejects with a FoveaError. */
export async function exportGrid(): Promise<void> {
  const tiles = [...tilesStore.getState().tiles.values()];
  if (tiles.every(({ picture }) => picture === null))
    throw new FoveaError('There is no picture to save yet.', 'Wait until the first tile appears.');
  const { network, layer, pageStart } = selectionStore.getState();
  const canvas = gridPicture(tiles.map(({ picture, dead }) => (dead ? null : picture)));
  const name = `${network}-${layer}-${pageStart}-${pageStart + tiles.length - 1}.png`;
  saveFile(await canvas.convertToBlob({ type: 'image/png' }), name);
}
