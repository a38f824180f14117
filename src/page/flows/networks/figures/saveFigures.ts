import { zip } from 'fflate';
import { FoveaError } from '../../../../shared/errors';
import { presetSettings } from '../../../../shared/presets';
import { networksStore } from '../../../state/networks';
import { reportFiguresStore } from '../../../state/reportFigures';
import { saveFile } from '../../saveFile';

/**
 * Saves the finished figures in one zip, a PNG each, with what they were made by. @throws FoveaError when none is
 * finished
 */
export async function saveFigures(): Promise<void> {
  const { run } = reportFiguresStore.getState();
  const finished = run?.figures.flatMap(({ layer, png }) => (png === null ? [] : [{ layer, png }])) ?? [];
  if (run === null || finished.length === 0)
    throw new FoveaError('No figure is finished yet.', 'Wait for the first one.');
  const files: Record<string, Uint8Array> = {};
  for (const { layer, png } of finished) files[`${plain(layer)}.png`] = new Uint8Array(await png.arrayBuffer());
  files['figures.json'] = new TextEncoder().encode(JSON.stringify(madeBy(run.network), null, 2));
  const bytes = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    // PNGs are compressed already.
    zip(files, { level: 0 }, (error, data) => (error === null ? resolve(data) : reject(error)));
  });
  saveFile(new Blob([bytes], { type: 'application/zip' }), `${run.network}-figures.zip`);
}

/** A layer's name as a file's: 'conv1/7x7_s2' would be a folder. */
const plain = (layer: string) => layer.replace(/[^\w.-]+/g, '_');

/** Saves one figure as a PNG. */
export function saveFigure(network: string, layer: string, png: Blob): void {
  saveFile(png, `${network}-${plain(layer)}.png`);
}

function madeBy(network: string) {
  const info = networksStore.getState().entries.get(network)?.loaded?.info;
  const { name, hash, preprocessing } = info ?? {};
  return { network: { id: network, name, hash, preprocessing }, settings: presetSettings('seed-report') };
}
