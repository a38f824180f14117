import { readDeviceOverride, storeDeviceOverride } from '../engine/deviceOverride';
import { localStore } from '../engine/localStore';
import { deviceStore } from '../state/device';

/**
 * Shows and remembers whether the processor is to help the GPU; of the rest of the choice, what was remembered stays.
 */
export function rememberHelp(help: boolean): void {
  deviceStore.setState({ help });
  const stored = readDeviceOverride('', localStore());
  storeDeviceOverride({ ...stored, help }, localStore());
}
