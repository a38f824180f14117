import type { AscentFrame, AscentSettings, AscentState } from '../ascent';

/** What a worker is asked on the Filters bench: ascents. */
export interface FilterCalls {
  /**
   * Goes on with one filter's ascent until `untilStep` or until `budget` milliseconds have passed, at least one step.
   * A stopped call gives the state of its last whole step back too.
   */
  ascend: { arguments: AscendSlice; result: AscentSliceEnd; event: AscentFrame };
}

export interface AscendSlice {
  readonly network: string;
  readonly layer: string;
  readonly filter: number;
  readonly settings: AscentSettings;
  /**
   * Where to go on; absent: a new start from the settings' seed. One that is at `untilStep` makes one frame, and no
   * step.
   */
  readonly state?: AscentState;
  /** Network-input values [size, size, 3] HWC to start from instead of noise (step 0 only). */
  readonly start?: Float32Array<ArrayBuffer>;
  readonly untilStep: number;
  /** Milliseconds. */
  readonly budget: number;
  /** At least this many milliseconds between two frames; the slice's last step always makes one. */
  readonly frameInterval: number;
  /** Raw network-input values are wanted with the end of the slice that reaches `untilStep`. */
  readonly wantValues: boolean;
}

export interface AscentSliceEnd {
  readonly state: AscentState;
  /** Network-input values [size, size, 3], HWC, if asked for and at `untilStep`. */
  readonly values: Float32Array<ArrayBuffer> | null;
}
