import type { AscentSettings } from '../../shared/ascent';
import { fitSettings } from '../../shared/changedSettings';
import { benchStore } from '../state/bench';
import { notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import type { Tile } from '../state/tiles';
import { cellOfLayer } from './cellOfLayer';
import { loadNetwork } from './loadNetwork';
import { supersede } from './shownPage';
import { showPage } from './showPage';

export interface ShowLayerOptions {
  readonly network: string;
  readonly layer: string;
  /** First filter of the grid's page: 0, 64, 128, … Default 0. */
  readonly pageStart?: number;
  /** Settings, or what gives them for the layer's cell. Default: those in use, fitted to the layer. */
  readonly settings?: AscentSettings | ((cell: number) => AscentSettings);
  /** Tiles of the shown page to draw anew rather than compute, as `showPage` takes them. */
  readonly kept?: ReadonlyMap<number, Tile>;
}

/**
 * Opens the Filters bench at a layer and lets one page of its filters sharpen; a newer call cancels the older one.
 * Cached tiles show at once. Resolves when the page is done or superseded; never rejects: errors land in the tiles and
 * in the notices.
 */
export async function showLayer(options: ShowLayerOptions): Promise<void> {
  const signal = supersede();
  const before = selectionStore.getState();
  const { network, layer, pageStart = 0 } = options;
  const sameLayer = before.network === network && before.layer === layer;
  benchStore.setState({ bench: 'filters' });
  selectionStore.setState({ network, layer, pageStart, filter: sameLayer ? before.filter : null });
  const kept = options.kept === undefined ? {} : { kept: options.kept };
  try {
    const loaded = await loadNetwork(signal, network);
    signal.throwIfAborted();
    const cell = cellOfLayer(loaded, layer);
    const settings = settingsFor(options.settings, cell);
    const first = settings.objective === 'layer' ? 0 : pageStart;
    selectionStore.setState(({ filter }) => ({
      settings,
      cell,
      pageStart: first,
      // The picture that all filters share is in the first one's tile.
      filter: filter === null || settings.objective !== 'layer' ? filter : 0,
    }));
    await showPage(signal, { loaded, layer, pageStart: first, settings, ...kept });
  } catch (error) {
    if (!signal.aborted) notifyError(error);
  }
}

function settingsFor(given: ShowLayerOptions['settings'], cell: number): AscentSettings {
  if (typeof given === 'function') return given(cell);
  const { settings, cell: before } = selectionStore.getState();
  return given ?? fitSettings(settings, before, cell);
}
