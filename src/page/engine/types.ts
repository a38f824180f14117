/** The engine as flows, console and tests see it. */
import type { AscentFrame, AscentSettings, AscentState } from '../../shared/ascent';
import type { LoadProgress } from '../../shared/calls/networkCalls';
import type { Backend, DeviceInfo, MemoryReport } from '../../shared/device';
import type { LoadedNetwork, NetworkSpec } from '../../shared/network';
import type { Calls } from '../../shared/protocol';
import type { TaskName } from './taskRun';

export interface AscentJob {
  readonly network: string;
  readonly layer: string;
  /** Filters in the order in which they are wanted. */
  readonly filters: readonly number[];
  readonly settings: AscentSettings;
  /** States to go on from, by filter: from the cache, or "go on for N more steps". */
  readonly states?: ReadonlyMap<number, AscentState>;
  /** Raw network-input values [size, size, 3] to start every filter from, instead of seeded noise. */
  readonly start?: Float32Array<ArrayBuffer>;
  /** Last step; the settings' steps if absent. */
  readonly untilStep?: number;
  /** Queue position among jobs: a higher one is served first. Default 0. */
  readonly priority?: number;
  /** Adds the raw network-input values to each filter's last frame. */
  readonly wantValues?: boolean;
  /** A filter whose state has come to the last step gives one frame of it, drawn with these settings. */
  readonly redraw?: boolean;
}

/** A frame as it leaves the engine; the last one of a filter has `done`, its state and, if wanted, its values. */
export interface TileFrame extends AscentFrame {
  readonly done: boolean;
  readonly state: AscentState | null;
  readonly values: Float32Array<ArrayBuffer> | null;
}

export interface TaskOptions<Name extends TaskName> {
  readonly onEvent?: (event: Calls[Name]['event']) => void;
  /** Queue position among calls and ascents; by default before all ascents. */
  readonly priority?: number;
}

export interface EngineNotice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly remedy?: string;
}

/** A network that was loaded, and that no worker could load again after a loss. */
export interface LostNetwork {
  readonly network: string;
  readonly error: unknown;
}

export interface Engine {
  /** Resolves when a device has been chosen and its workers are open. */
  readonly ready: Promise<void>;
  device(): Promise<DeviceInfo>;
  /** Overrides the choice of device and opens the workers anew; running jobs go on from their last frames. */
  chooseDevice(backend: Backend | 'auto', workers?: number): Promise<DeviceInfo>;
  /**
   * Whether the processor's cores help a GPU: WebAssembly workers beside it, which take from the same queue. Its
   * pictures may differ from the GPU's by rounding.
   */
  helpGpu(wanted: boolean): void;
  /** Loads a network into every worker; the second call for one id gives the first one's answer. */
  loadNetwork(
    signal: AbortSignal,
    spec: NetworkSpec,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<LoadedNetwork>;
  /** Frees a network in every worker; jobs and calls on it reject. */
  unloadNetwork(network: string): void;
  /** Frames of all the job's filters, as they come. Ends when all are done; throws the signal's reason when aborted. */
  ascend(signal: AbortSignal, job: AscentJob): AsyncIterable<TileFrame>;
  /**
   * One call in the next free worker that holds the networks it names; they have to be loaded before. Goes before
   * ascents, is begun anew when its worker is lost, and rejects with the signal's reason when aborted.
   */
  run<Name extends TaskName>(
    signal: AbortSignal,
    name: Name,
    request: Calls[Name]['arguments'],
    options?: TaskOptions<Name>,
  ): Promise<Calls[Name]['result']>;
  /** Moves one filter of every job on this layer to the front of the queue. */
  prioritise(network: string, layer: string, filter: number): void;
  /**
   * Stops handing out ascents and brings running slices back within 200 ms; `resume` goes on at the same step. Resolves
   * when they are back.
   */
  pause(): Promise<void>;
  resume(): void;
  memory(): Promise<readonly MemoryReport[]>;
  /** Lost devices, rebuilt workers, fallbacks: for the user to know. Returns the unsubscriber. */
  onNotice(listener: (notice: EngineNotice) => void): () => void;
  /** A device was opened; null: none works any longer. */
  onDevice(listener: (device: DeviceInfo | null) => void): () => void;
  /** The engine has given the processor's help up, after losses: what the user wishes from now on. */
  onHelp(listener: (wanted: boolean) => void): () => void;
  /** A network has to be loaded again before anything is asked of it. */
  onNetworkLost(listener: (lost: LostNetwork) => void): () => void;
  dispose(): void;
}
