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
 * Shows a network on the bench in view: on Filters a layer worth looking at, on Networks what it is, on the others what
 * it says of the photo. Cancels what ran before. Resolves when the network is loaded and put to work; never rejects.
 */
export async function showNetwork(id: string): Promise<void> {
  const signal = supersede();
  try {
    const { bench } = benchStore.getState();
    if (bench === 'filters') await showOnFilters(signal, id);
    else if (bench === 'networks') await describeNetwork(signal, id);
    else await recogniseWith(signal, id);
  } catch (error) {
    if (!signal.aborted) notifyError(error);
  }
}

/** Its layers are known once it is loaded; why it cannot be stands beside it. */
export async function describeNetwork(signal: AbortSignal, id: string): Promise<void> {
  if (selectionStore.getState().network !== id)
    selectionStore.setState({ network: id, layer: null, filter: null, pageStart: 0 });
  await loadNetwork(signal, id).catch(() => {});
}

async function showOnFilters(signal: AbortSignal, id: string): Promise<void> {
  selectionStore.setState({ network: id, layer: null, filter: null, pageStart: 0 });
  replaceTiles('', new Map());
  const loaded = await loadNetwork(signal, id);
  const layer = defaultLayer(loaded);
  if (layer !== null) void showLayer({ network: id, layer });
  else notify({ severity: 'warning', message: `${loaded.info.name} has no layer whose filters can be shown.` });
}
