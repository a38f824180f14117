import { backendNames, type DeviceInfo } from '../../shared/device';

/** “2 workers”. */
export const countWorkers = (workers: number): string => (workers === 1 ? '1 worker' : `${workers} workers`);

/** The device in a few words, for the badge. */
export function describeDevice(device: DeviceInfo | null, failed: boolean): string {
  if (failed) return 'No device works';
  if (device === null) return 'Choosing a device';
  const help = device.helpers > 0 ? ` + ${device.helpers} ${backendNames.wasm}` : '';
  return `${backendNames[device.backend]}, ${device.precision}, ${countWorkers(device.workers)}${help}`;
}
