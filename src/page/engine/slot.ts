import type { Backend, DeviceReport } from '../../shared/device';
import { Bridge } from './bridge';
import type { ShelvedNetwork } from './networkShelf';
import type { WatchLimits } from './watchdog';
import type { Spawn } from './workerPort';

/** One worker of the pool: its bridge, its device, the networks it holds and whether it is busy. */
export class Slot {
  readonly bridge: Bridge;
  /** Null until its device is open. */
  report: DeviceReport | null = null;
  /** Networks that this worker has built. */
  readonly networks = new Set<string>();
  /** Networks it still has to load before it takes the next slice. */
  readonly toLoad: ShelvedNetwork[] = [];
  /** Networks that nobody wants any longer, by id; they go before anything is loaded. */
  readonly toUnload: string[] = [];
  /** It works on a slice, or loads: two calls at a time would share one device's memory scopes. */
  busy = false;
  closed = false;

  constructor(
    readonly backend: Backend,
    spawn: Spawn,
    limits: WatchLimits,
    onLost: (slot: Slot, reason: string) => void,
    /** It helps the device that was chosen, and is not that device. */
    readonly helper = false,
  ) {
    this.bridge = new Bridge(spawn, limits, (reason) => {
      this.closed = true;
      onLost(this, reason);
    });
  }

  get idle(): boolean {
    return this.report !== null && !this.busy && !this.closed && this.toLoad.length + this.toUnload.length === 0;
  }

  close(reason: string): void {
    this.closed = true;
    this.bridge.close(reason);
  }
}
