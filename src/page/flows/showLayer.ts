import type { AscentSettings } from '../../shared/ascent';
import { benchStore } from '../state/bench';
import { notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import { loadNetwork } from './loadNetwork';
import { supersede } from './shownPage';
import { showPage } from './showPage';

export interface ShowLayerOptions {
  readonly network: string;
  readonly layer: string;
  /** First filter of the grid's page: 0, 64, 128, … Default 0. */
  readonly pageStart?: number;
  /** Default: the settings in use. */
  readonly settings?: AscentSettings;
}

/**
 * Opens the Filters bench at a layer and lets one page of its filters sharpen; a newer call cancels the older one. Cached tiles show at
 * once. Resolves when the page is done or superseded; never rejects: errors land in the tiles and in the notices.
 */
export async function showLayer(options: ShowLayerOptions): Promise<void> {
  const signal = supersede();
  const before = selectionStore.getState();
  const { network, layer, pageStart = 0, settings = before.settings } = options;
  const sameLayer = before.network === network && before.layer === layer;
  benchStore.setState({ bench: 'filters' });
  selectionStore.setState({ network, layer, pageStart, settings, filter: sameLayer ? before.filter : null });
  try {
    const loaded = await loadNetwork(signal, network);
    await showPage(signal, { loaded, layer, pageStart, settings });
  } catch (error) {
    if (!signal.aborted) notifyError(error);
  }
}
