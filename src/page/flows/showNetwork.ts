import { benchStore } from '../state/bench';
import { notify, notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import { defaultLayer } from './defaultLayer';
import { recogniseWith } from './faces/recogniseWith';
import { loadNetwork } from './loadNetwork';
import { showLayer } from './showLayer';
import { supersede } from './shownPage';
import { replaceTiles } from './tileWriter';

/**
 * Shows a network on the bench in view: on Filters a layer worth looking at, on the others what it says of the photo. Cancels
 * what ran before. Resolves when the network is loaded and put to work; never rejects.
 */
export async function showNetwork(id: string): Promise<void> {
  const signal = supersede();
  try {
    if (benchStore.getState().bench === 'filters') await showOnFilters(signal, id);
    else await recogniseWith(signal, id);
  } catch (error) {
    if (!signal.aborted) notifyError(error);
  }
}

async function showOnFilters(signal: AbortSignal, id: string): Promise<void> {
  selectionStore.setState({ network: id, layer: null, filter: null, pageStart: 0 });
  replaceTiles('', new Map());
  const loaded = await loadNetwork(signal, id);
  const layer = defaultLayer(loaded);
  if (layer !== null) void showLayer({ network: id, layer });
  else notify({ severity: 'warning', message: `${loaded.info.name} has no layer whose filters can be shown.` });
}
