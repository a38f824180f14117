import type { Backend } from '../../shared/device';
import { storeDeviceOverride } from '../engine/deviceOverride';
import { engine } from '../engine/instance';
import { localStore } from '../engine/localStore';
import { deviceStore } from '../state/device';
import { notifyError } from '../state/notices';

/** Overrides the device and remembers it; running tiles go on from their last frames. Never rejects. */
export async function chooseDevice(backend: Backend | 'auto'): Promise<void> {
  storeDeviceOverride({ backend, workers: null }, localStore());
  deviceStore.setState({ wanted: backend, device: null });
  try {
    await engine().chooseDevice(backend);
  } catch (error) {
    notifyError(error);
  }
}
