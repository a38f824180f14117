import type { Backend } from '../../shared/device';
import { storeDeviceOverride } from '../engine/deviceOverride';
import { engine } from '../engine/instance';
import { localStore } from '../engine/localStore';
import { benchStore } from '../state/bench';
import { deviceStore } from '../state/device';
import { notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import { tilesStore } from '../state/tiles';
import { showLayer } from './showLayer';

/** Overrides the device and remembers it; running tiles go on from their last frames. Never rejects. */
export async function chooseDevice(backend: Backend | 'auto'): Promise<void> {
  storeDeviceOverride({ backend, workers: null, help: deviceStore.getState().help }, localStore());
  deviceStore.setState({ wanted: backend, device: null, failed: false });
  try {
    await engine().chooseDevice(backend);
    retryFailed();
  } catch (error) {
    deviceStore.setState({ failed: true });
    notifyError(error);
  }
}

/** Tiles that the last device failed are tried on the new one; on another bench, when the user is back. */
function retryFailed(): void {
  if (benchStore.getState().bench !== 'filters') return;
  const { network, layer, pageStart } = selectionStore.getState();
  const failed = [...tilesStore.getState().tiles.values()].some(({ status }) => status === 'failed');
  if (failed && layer !== null) void showLayer({ network, layer, pageStart });
}
