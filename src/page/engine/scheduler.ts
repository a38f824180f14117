import { FoveaError } from '../../shared/errors';
import { AscentRun, type QueueItem, stopSlice } from './ascentRun';
import { planQueue } from './queuePlan';
import type { Slot } from './slot';
import type { AscentJob, TileFrame } from './types';
import { WorkerLostError } from './workerLostError';

/** Milliseconds that a slice may take: short enough that pausing loses nothing, long enough to hide the messages. */
const sliceBudget = 400;
/** Milliseconds between the frames of the filter that the user looks at, and of the others. */
const frontInterval = 100;
const frameInterval = 250;
/** Workers that one filter may take down in a row before its job fails. */
const lossesPerItem = 4;

export interface SchedulerParts {
  /** Every worker, busy or not. */
  readonly slots: () => readonly Slot[];
  /** A worker is free: it may have networks to load before the next slice. */
  readonly onFree: (slot: Slot) => void;
  readonly onProgress: (slot: Slot) => void;
}

/** The queue at work: hands slices of filters to workers, in the order of `planQueue`. */
export class Scheduler {
  readonly #runs = new Set<AscentRun>();
  #paused = false;
  #jobs = 0;
  #fronts = 0;

  constructor(private readonly parts: SchedulerParts) {}

  /** Frames of one job; the job leaves the queue when the reader stops reading, or the signal aborts. */
  async *frames(signal: AbortSignal, job: AscentJob): AsyncGenerator<TileFrame, void, undefined> {
    signal.throwIfAborted();
    this.#jobs += 1;
    const run = new AscentRun(job, this.#jobs);
    const onAbort = () => run.fail(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    this.#runs.add(run);
    try {
      this.schedule();
      for (let frame = await run.frames.take(); frame !== null; frame = await run.frames.take()) yield frame;
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.#runs.delete(run);
      run.leave();
      this.schedule();
    }
  }

  /** Moves a filter of every job on this layer to the front. */
  prioritise(network: string, layer: string, filter: number): void {
    this.#fronts += 1;
    for (const item of this.#items()) {
      const { job } = item.run;
      if (job.network === network && job.layer === layer && item.filter === filter)
        item.rank = { ...item.rank, front: this.#fronts };
    }
    this.schedule();
  }

  pause(): void {
    this.#paused = true;
    for (const item of this.#items()) stopSlice(item);
  }

  resume(): void {
    this.#paused = false;
    this.schedule();
  }

  /** Ends every job with this error. */
  failAll(error: Error): void {
    for (const run of [...this.#runs]) run.fail(error);
  }

  /** Hands out work; to be called whenever anything has changed. */
  schedule(): void {
    if (this.#paused) return;
    const idle = this.parts.slots().filter((slot) => slot.idle);
    const plan = planQueue(this.#items(), idle, (slot, item) => slot.networks.has(item.run.job.network));
    for (const [item, slot] of plan.assign) void this.#runSlice(item, slot);
    for (const item of plan.stop) stopSlice(item);
  }

  #items(): QueueItem[] {
    return [...this.#runs].flatMap((run) => [...run.items]);
  }

  async #runSlice(item: QueueItem, slot: Slot): Promise<void> {
    const controller = new AbortController();
    item.running = { worker: slot, controller, stopping: false };
    slot.busy = true;
    try {
      const end = await slot.bridge.call(controller.signal, 'ascend', sliceOf(item), (frame) =>
        item.run.takeFrame(item, frame),
      );
      const sliceEnd = end.stopped ? end.end : end.result;
      if (sliceEnd !== null) item.run.takeEnd(item, sliceEnd);
      this.parts.onProgress(slot);
    } catch (error) {
      this.#takeFailure(item, error);
    } finally {
      item.running = null;
      slot.busy = false;
      this.parts.onFree(slot);
    }
  }

  #takeFailure(item: QueueItem, error: unknown): void {
    if (!(error instanceof WorkerLostError)) {
      item.run.fail(error);
      return;
    }
    item.losses += 1;
    if (item.losses < lossesPerItem) return;
    const message = `Filter ${item.filter} of layer ${item.run.job.layer} took ${item.losses} workers down in a row (${error.reason}).`;
    item.run.fail(new FoveaError(message, 'Choose a smaller image size, or another device.'));
  }
}

function sliceOf(item: QueueItem) {
  const { job, untilStep } = item.run;
  return {
    network: job.network,
    layer: job.layer,
    filter: item.filter,
    settings: job.settings,
    ...(item.state === null ? {} : { state: item.state }),
    ...(item.state === null && job.start !== undefined ? { start: job.start } : {}),
    untilStep,
    // After a loss, shorter slices: their ends are what the work can go on from.
    budget: sliceBudget / 2 ** item.losses,
    frameInterval: item.rank.front > 0 || item.rank.priority > 0 ? frontInterval : frameInterval,
    wantValues: job.wantValues ?? false,
  };
}
