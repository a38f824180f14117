import type { Backend } from '../../shared/device';
import type { DeviceOverride } from './deviceOverride';
import type { DeviceProbe } from './deviceProbe';
import type { WatchLimits } from './watchdog';
import type { Spawn } from './workerPort';

/** What the engine needs of the browser; tests put others in its place. */
export interface EngineParts {
  readonly spawn: Spawn;
  readonly probe: () => DeviceProbe;
  readonly override: DeviceOverride;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  readonly limits: (backend: Backend) => WatchLimits;
  /** Milliseconds before a lost worker is replaced, times the losses so far. */
  readonly rebuildDelay: number;
}
