import { FoveaError } from '../../shared/errors';
import type { LoadedNetwork } from '../../shared/network';
import { type AscentFile, readAscentFile } from '../intake/ascentFile';
import { benchStore } from '../state/bench';
import { networksStore } from '../state/networks';
import { notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import { cellOfLayer } from './cellOfLayer';
import { loadNetwork } from './loadNetwork';
import { shownSignal, supersede } from './shownPage';
import { showPage } from './showPage';

/**
 * Repeats an exported JSON file. Resolves when its page has been put to work, or something newer was selected.
 * @throws FoveaError when the file is not one, or its network is missing or another one
 */
export async function importSettings(file: File): Promise<void> {
  // What is shown goes on until the file has proved good; a newer selection has the last word.
  const shown = shownSignal();
  const read = await readFile(shown, file);
  if (read === null) return;
  const { content, loaded } = read;
  const { layer, pageStart, settings, results } = content;
  const info = loaded.layers.find(({ name }) => name === layer);
  if (info !== undefined && pageStart >= info.filters)
    throw new FoveaError(
      `The file begins at filter ${pageStart} of ${layer}, which has ${info.filters}.`,
      'Check which network the file was saved with.',
    );
  if (info === undefined)
    throw new FoveaError(
      `${loaded.info.name} has no layer “${layer}”.`,
      'Check which network the file was saved with.',
    );
  const signal = supersede();
  benchStore.setState({ bench: 'filters', networkChosen: true });
  selectionStore.setState({
    network: loaded.info.id,
    layer,
    pageStart,
    settings,
    filter: null,
    cell: cellOfLayer(loaded, layer),
  });
  const variants = new Map(results.map(({ filter, seed, steps }) => [filter, { seed, steps }]));
  showPage(signal, { loaded, layer, pageStart, settings, variants }).catch((error: unknown) => {
    if (!signal.aborted) notifyError(error);
  });
}

/** The checked file and its network; null when something newer was selected meanwhile. */
async function readFile(shown: AbortSignal, file: File) {
  try {
    const content = await readAscentFile(shown, file);
    return { content, loaded: await findNetwork(shown, content) };
  } catch (error) {
    if (shown.aborted) return null;
    throw error;
  }
}

/** The network with the file's weights and preprocessing: the one of that id, else any loaded one with that hash. */
async function findNetwork(signal: AbortSignal, { network }: AscentFile): Promise<LoadedNetwork> {
  const { entries } = networksStore.getState();
  const same = [...entries.values()].find(({ loaded }) => loaded?.info.hash === network.hash)?.loaded;
  if (same !== null && same !== undefined) return same;
  const remedy = `Add the files of “${network.name}” first, then this file again.`;
  if (!entries.has(network.id)) throw new FoveaError(`The network “${network.name}” is not here.`, remedy);
  const loaded = await loadNetwork(signal, network.id);
  if (loaded.info.hash === network.hash) return loaded;
  throw new FoveaError(
    `“${network.id}” here has other weights or another preprocessing than the file was made with.`,
    remedy,
  );
}
