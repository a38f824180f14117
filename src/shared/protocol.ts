/**
 * Every message between page and worker, declared once. The page sends `Request`s; each carries a `call` number that
 * all replies to it repeat. A call ends with exactly one of `done`, `failed` or (after `cancel`) `stopped`.
 */
import type { AscentFrame, AscentSettings, AscentState } from './ascent';
import type { Backend, DeviceReport, MemoryReport } from './device';
import type { LoadedNetwork, NetworkSpec } from './network';

/** What a call asks for. */
export interface Calls {
  /** Opens a device; the first call of every worker. */
  open: { arguments: { backend: Backend }; result: DeviceReport; event: never };
  /** Milliseconds for a fixed convolution job on this device, to choose between two plausible ones. */
  calibrate: { arguments: Record<never, never>; result: { milliseconds: number }; event: never };
  /** Reads, checks and builds a network, and keeps it under its id. */
  load: { arguments: { spec: NetworkSpec }; result: LoadedNetwork; event: LoadProgress };
  /** Forgets a network and frees its tensors. */
  unload: { arguments: { network: string }; result: null; event: never };
  /**
   * Goes on with one filter's ascent until `untilStep` or until `budget` milliseconds have passed, at least one step.
   * A stopped call gives the state of its last whole step back too.
   */
  ascend: { arguments: AscendSlice; result: AscentSliceEnd; event: AscentFrame };
  memory: { arguments: Record<never, never>; result: MemoryReport; event: never };
}

export interface AscendSlice {
  readonly network: string;
  readonly layer: string;
  readonly filter: number;
  readonly settings: AscentSettings;
  /** Where to go on; absent: a new start from the settings' seed. */
  readonly state?: AscentState;
  /** Network-input values [size, size, 3] HWC to start from instead of noise (step 0 only). */
  readonly start?: Float32Array<ArrayBuffer>;
  readonly untilStep: number;
  /** Milliseconds. */
  readonly budget: number;
  /** At least this many milliseconds between two frames; the slice's last step always makes one. */
  readonly frameInterval: number;
  /** Raw network-input values are wanted with the end of the slice. */
  readonly wantValues: boolean;
}

export interface AscentSliceEnd {
  readonly state: AscentState;
  /** Network-input values [size, size, 3], HWC, if asked for. */
  readonly values: Float32Array<ArrayBuffer> | null;
}

export interface LoadProgress {
  readonly loadedBytes: number;
  /** 0 while unknown. */
  readonly totalBytes: number;
  readonly stage: 'reading' | 'building';
}

export type CallName = keyof Calls;

export type Request =
  | { [Name in CallName]: { call: number; name: Name; arguments: Calls[Name]['arguments'] } }[CallName]
  | { name: 'cancel'; call: number }
  | { name: 'ping' };

export type Reply =
  | {
      [Name in CallName]:
        | { call: number; kind: 'event'; name: Name; event: Calls[Name]['event'] }
        | { call: number; kind: 'done'; name: Name; result: Calls[Name]['result'] };
    }[CallName]
  /** The call was cancelled; an ascent's last whole step comes back with it (null if there was none yet). */
  | { call: number; kind: 'stopped'; end: AscentSliceEnd | null }
  | { call: number; kind: 'failed'; error: SentError }
  | { kind: 'pong' }
  /** The device is gone for good (lost context, no memory): the worker has to be replaced. */
  | { kind: 'lost'; reason: string };

/** An error on its way between threads: what happened and what the user can do about it. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly remedy: string;
}
