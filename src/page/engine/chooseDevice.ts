import type { Backend } from '../../shared/device';
import { calibrate } from './calibrate';
import { type DeviceChoice, fasterBackend, plausibleBackends, workersFor } from './deviceChoice';
import type { DeviceOverride } from './deviceOverride';
import type { DeviceProbe } from './deviceProbe';
import type { WatchLimits } from './watchdog';
import type { Spawn } from './workerPort';

export interface ChooseDeviceInput {
  readonly probe: DeviceProbe;
  readonly override: Pick<DeviceOverride, 'backend' | 'workers'>;
  readonly spawn: Spawn;
  readonly limits: (backend: Backend) => WatchLimits;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
}

/** The user's device; else the only plausible one; else the faster of two, measured. */
export async function chooseDevice(signal: AbortSignal, input: ChooseDeviceInput): Promise<DeviceChoice> {
  const { probe, override, spawn, limits, storage } = input;
  const backend = override.backend === 'auto' ? await ownChoice() : override.backend;
  // The wish is a limit: a second worker on one GPU, or more than there are cores, would only compete.
  return { backend, workers: Math.min(override.workers ?? Number.POSITIVE_INFINITY, workersFor(backend, probe)) };

  async function ownChoice(): Promise<Backend> {
    const [first, second] = plausibleBackends(probe);
    if (first !== undefined && second === undefined) return first;
    return fasterBackend(await calibrate(signal, probe, spawn, limits, storage), workersFor('wasm', probe));
  }
}
