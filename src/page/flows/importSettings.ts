import { FoveaError } from '../../shared/errors';
import type { LoadedNetwork } from '../../shared/network';
import { type AscentFile, readAscentFile } from '../intake/ascentFile';
import { networksStore } from '../state/networks';
import { notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import { loadNetwork } from './loadNetwork';
import { supersede } from './shownPage';
import { showPage } from './showPage';

/**
 * Repeats an exported JSON file. Resolves when its page has been put to work.
 * @throws FoveaError when the file is not one, or its network is missing or another one
 */
export async function importSettings(file: File): Promise<void> {
  const signal = supersede();
  const content = await readAscentFile(signal, file);
  const loaded = await findNetwork(signal, content);
  const { layer, pageStart, settings, results } = content;
  if (!loaded.layers.some(({ name }) => name === layer))
    throw new FoveaError(
      `${loaded.info.name} has no layer “${layer}”.`,
      'Check which network the file was saved with.',
    );
  selectionStore.setState({ network: loaded.info.id, layer, pageStart, settings, filter: null });
  const variants = new Map(results.map(({ filter, seed, steps }) => [filter, { seed, steps }]));
  showPage(signal, { loaded, layer, pageStart, settings, variants }).catch((error: unknown) => {
    if (!signal.aborted) notifyError(error);
  });
}

/** The network with the file's weights: the one of that id, else any loaded one with that hash. */
async function findNetwork(signal: AbortSignal, { network }: AscentFile): Promise<LoadedNetwork> {
  const { entries } = networksStore.getState();
  const same = [...entries.values()].find(({ loaded }) => loaded?.info.hash === network.hash)?.loaded;
  if (same !== null && same !== undefined) return same;
  const remedy = `Add the files of “${network.name}” first, then this file again.`;
  if (!entries.has(network.id)) throw new FoveaError(`The network “${network.name}” is not here.`, remedy);
  const loaded = await loadNetwork(signal, network.id);
  if (loaded.info.hash === network.hash) return loaded;
  throw new FoveaError(`“${network.id}” here has other weights than the file was made with.`, remedy);
}
