import { storeDeviceOverride } from '../engine/deviceOverride';
import { engine } from '../engine/instance';
import { localStore } from '../engine/localStore';
import { deviceStore } from '../state/device';

/** Lets the processor's cores help the GPU, or no longer, and remembers it. */
export function helpGpu(help: boolean): void {
  deviceStore.setState({ help });
  storeDeviceOverride({ backend: deviceStore.getState().wanted, workers: null, help }, localStore());
  engine().helpGpu(help);
}
