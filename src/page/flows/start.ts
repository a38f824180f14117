import { presetSettings } from '../../shared/presets';
import { catalogue } from '../engine/catalogue';
import { readDeviceOverride } from '../engine/deviceOverride';
import { engine } from '../engine/instance';
import { localStore } from '../engine/localStore';
import { benchStore, defaultNetwork } from '../state/bench';
import { deviceStore } from '../state/device';
import { type NetworkEntry, networksStore } from '../state/networks';
import { notify, notifyError } from '../state/notices';
import { pageSize, selectionStore } from '../state/selection';
import { readHash } from '../state/selectionHash';
import { defaultLayer } from './defaultLayer';
import { loadFaceNetworks } from './faces/loadFaceNetworks';
import { loadNetwork } from './loadNetwork';
import { showLayer } from './showLayer';
import { supersede } from './shownPage';

let started: Promise<void> | null = null;

/**
 * Boots the page: opens the engine, reads the URL hash and shows its bench and layer, or the default network's conv64_3. Resolves
 * when the device is open and the network is loaded; a second call gives the first one's answer.
 * @throws FoveaError when no device works or the network cannot be loaded; the notices tell it too
 */
export function start(): Promise<void> {
  started ??= boot();
  // Whoever waits on it hears of a failure; the notices tell it in any case.
  started.catch(() => {});
  return started;
}

async function boot(): Promise<void> {
  const entries = catalogue.map((spec): [string, NetworkEntry] => [
    spec.id,
    { spec, loaded: null, progress: null, error: null },
  ]);
  networksStore.setState({ entries: new Map(entries) });
  deviceStore.setState({ wanted: readDeviceOverride(location.search, localStore()).backend });
  engine().onNotice((notice) => notify(notice));
  engine().onDevice((device) => deviceStore.setState({ device }));
  const signal = supersede();
  const layer = selectFromAddress();
  try {
    const network = selectionStore.getState().network;
    const loaded = await loadNetwork(signal, network);
    if (benchStore.getState().bench === 'faces') {
      void loadFaceNetworks();
      return;
    }
    const { filter, pageStart } = selectionStore.getState();
    const asked = loaded.layers.find(({ name, filters }) => name === layer && filters > (filter ?? 0));
    const shown = asked?.name ?? defaultLayer(loaded);
    if (asked === undefined) selectionStore.setState({ filter: null, pageStart: 0 });
    if (shown !== null) void showLayer({ network, layer: shown, pageStart: asked === undefined ? 0 : pageStart });
  } catch (error) {
    if (signal.aborted) return;
    notifyError(error);
    throw error;
  }
}

/** Takes what the address says over into the selection; returns its layer, which only the network can confirm. */
function selectFromAddress(): string | null {
  const { bench = 'filters', network, layer = null, filter = null, preset } = readHash(location.hash);
  const known = network !== undefined && networksStore.getState().entries.has(network);
  // The page writes the network into every address: the bench's own one is no choice of the user's.
  benchStore.setState({ bench, networkChosen: known && network !== defaultNetwork(bench) });
  const pageStart = filter === null ? 0 : Math.floor(filter / pageSize) * pageSize;
  selectionStore.setState({
    network: known ? network : defaultNetwork(bench),
    ...(preset === undefined ? {} : { settings: presetSettings(preset) }),
    layer,
    filter,
    pageStart,
  });
  return layer;
}
