import { notify, notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import { defaultLayer } from './defaultLayer';
import { loadNetwork } from './loadNetwork';
import { showLayer } from './showLayer';
import { supersede } from './shownPage';
import { replaceTiles } from './tileWriter';

/**
 * Loads a network by its id, shows a layer worth looking at, and cancels what ran before. Resolves when the network is
 * loaded and its page has been put to work; never rejects.
 */
export async function chooseNetwork(id: string): Promise<void> {
  const signal = supersede();
  selectionStore.setState({ network: id, layer: null, filter: null, pageStart: 0 });
  replaceTiles('', new Map());
  try {
    const loaded = await loadNetwork(signal, id);
    const layer = defaultLayer(loaded);
    if (layer !== null) void showLayer({ network: id, layer });
    else notify({ severity: 'warning', message: `${loaded.info.name} has no layer whose filters can be shown.` });
  } catch (error) {
    if (!signal.aborted) notifyError(error);
  }
}
