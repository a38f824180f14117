/** What the bench measures, as the page, its workers and the driver speak of it. */
import type { Backend } from '../../src/shared/device';

export type BenchNetwork = 'vgg16' | 'dlib-resnet' | 'hse-mobilenet';

/** One ascent to time: the mean of one filter without a border of 2, its gradient, one step along it. */
export interface Job {
  readonly network: BenchNetwork;
  readonly layer: string;
  /** Side of the square input. */
  readonly size: number;
}

export interface Row extends Job {
  readonly backend: Backend;
  /** Median milliseconds for one step of one filter in one worker. */
  readonly fovea: number;
  /** Wall-clock milliseconds a step where two workers compute one filter each at once, or null where not measured. */
  readonly foveaInTwoWorkers: number | null;
  /** Median milliseconds for the same step on a plain `tf.grad` tape in one worker, or null where it cannot do it. */
  readonly tape: number | null;
  /** Why there is no tape. */
  readonly tapeNote: string;
}

export interface BenchOptions {
  readonly backend: Backend;
  readonly jobs: readonly Job[];
  /** Timings of each contestant in a row, taken in turn; their median counts. */
  readonly repetitions: number;
}

/** What both contestants, Fovea's worker code and the tape, answer. */
export interface Contestant {
  /** Opens the backend. Resolves to what runs it: the WebGL renderer, the WebAssembly flavour. */
  open(backend: Backend): Promise<string>;
  /** Gets a job ready, with one step to warm up. Resolves to that step's milliseconds. */
  prepare(job: Job): Promise<number>;
  /** Milliseconds a step, over this many steps of the job that is ready. */
  run(steps: number): Promise<number>;
}

/** The filter that every job maximises. */
export const filter = 5;
/** Cells at the edge of the activation map that the objective leaves out. */
export const border = 2;
