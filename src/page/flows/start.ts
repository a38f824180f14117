import { catalogue } from '../engine/catalogue';
import { readDeviceOverride } from '../engine/deviceOverride';
import { engine } from '../engine/instance';
import { localStore } from '../engine/localStore';
import { deviceStore } from '../state/device';
import { type NetworkEntry, networksStore } from '../state/networks';
import { notify, notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import { forgetLoaded, loadNetwork } from './loadNetwork';
import { openKept } from './networks/openKept';
import { rememberHelp } from './rememberHelp';
import { showAddress } from './showAddress';
import { SupersededError } from './shownPage';

let started: Promise<void> | null = null;

/**
 * Boots the page: opens the engine, reads the URL hash and shows its bench and layer, or the default network's
 * conv64_3. Resolves when the device is open and the network is loaded; a second call gives the first one's answer.
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
  const { backend, help } = readDeviceOverride(location.search, localStore());
  deviceStore.setState({ wanted: backend, help });
  tellUnknownDevice(backend);
  engine().onNotice((notice) => notify(notice));
  engine().onDevice((device) => deviceStore.setState({ device, failed: device === null }));
  engine().onHelp(rememberHelp);
  engine().onNetworkLost(forgetLoaded);
  // The address may name one of them.
  await openKept();
  try {
    await showAddress(location.hash);
  } catch (error) {
    if (error instanceof SupersededError) return loadShown();
    notifyError(error);
    throw error;
  }
}

/** The address may ask for a device that the page does not know. */
function tellUnknownDevice(backend: string): void {
  const asked = new URLSearchParams(location.search).get('device');
  if (asked === null || asked === backend) return;
  const remedy = 'Write ?device=webgl, webgpu, wasm, cpu or auto.';
  notify({ severity: 'warning', message: `The address asks for the device “${asked}”, which there is not.`, remedy });
}

/** Something else was chosen meanwhile: the page has started once that is loaded. */
async function loadShown(): Promise<void> {
  const { network } = selectionStore.getState();
  await loadNetwork(new AbortController().signal, network);
  if (selectionStore.getState().network !== network) await loadShown();
}
