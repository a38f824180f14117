import { npy } from '../../../shared/raster/npy';
import { saveFile } from '../saveFile';
import { fileName, shownFace } from './shownFace';

/** Saves the raw map in view [height, width] as a NumPy file. Rejects with a FoveaError when there is none. */
export async function exportMap(): Promise<void> {
  const { shown } = shownFace();
  const { width, height, values } = shown.map;
  saveFile(new Blob([npy(values, [height, width])], { type: 'application/octet-stream' }), `${fileName(shown)}.npy`);
}
