import { FoveaError } from '../../shared/errors';
import type { Calls } from '../../shared/protocol';
import { AscentRun, type QueueItem } from './ascentRun';
import { planQueue } from './queuePlan';
import { stop } from './running';
import type { Slot } from './slot';
import { networksOf, type TaskName, type TaskRun } from './taskRun';
import type { AscentJob, TaskOptions, TileFrame } from './types';
import { WorkerLostError } from './workerLostError';

/**
 * Milliseconds that a slice may take. What ranks higher stops it at once, so that only a lost worker loses so much;
 * most tiles are done in one, without their state going to the page and back.
 */
const sliceBudget = 1000;
/**
 * Twice what a slice may take after a loss, and halved with every further one: its end is what the work can go on from.
 */
const lossBudget = 400;
/** Milliseconds between the frames of the filter that the user looks at, and of the others. */
const frontInterval = 100;
const frameInterval = 250;
/** Workers that one filter may take down in a row before its job fails, and that one call may. */
const lossesPerItem = 4;
const lossesPerTask = 2;
/** Someone waits for a call's answer; ascents go on in between. */
const taskPriority = 10;

export interface SchedulerParts {
  /** Every worker, busy or not. */
  readonly slots: () => readonly Slot[];
  /** A worker is free: it may have networks to load before the next slice. */
  readonly onFree: (slot: Slot) => void;
  readonly onProgress: (slot: Slot) => void;
}

/** The queue at work: hands calls and slices of filters to workers, in the order of `planQueue`. */
export class Scheduler {
  readonly #runs = new Set<AscentRun>();
  readonly #tasks = new Set<TaskRun>();
  readonly #slices = new Set<Promise<void>>();
  #paused = false;
  /** How many hold everything back. */
  #holds = 0;
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

  /** One call in the next worker that holds its networks; an abort ends it at once for the caller. */
  run<Name extends TaskName>(
    signal: AbortSignal,
    name: Name,
    request: Calls[Name]['arguments'],
    { onEvent = () => {}, priority = taskPriority }: TaskOptions<Name> = {},
  ): Promise<Calls[Name]['result']> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      this.#jobs += 1;
      const settle = () => {
        signal.removeEventListener('abort', onAbort);
        this.#tasks.delete(task as unknown as TaskRun);
      };
      const task: TaskRun<Name> = {
        kind: 'task',
        name,
        request,
        networks: networksOf(request),
        rank: { priority, front: 0, job: this.#jobs, index: 0 },
        stoppable: false,
        running: null,
        losses: 0,
        onEvent,
        resolve: (result) => {
          settle();
          resolve(result);
        },
        reject: (error) => {
          settle();
          stop(task);
          reject(error);
        },
      };
      const onAbort = () => task.reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      this.#tasks.add(task as unknown as TaskRun);
      this.schedule();
    });
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

  /** Resolves when the running slices are back. */
  async pause(): Promise<void> {
    this.#paused = true;
    for (const item of this.#items()) stop(item);
    await Promise.all(this.#slices);
  }

  /** Hands nothing out, calls included, until the answer is called; resolves when the running slices are back. */
  async hold(): Promise<() => void> {
    this.#holds += 1;
    for (const item of this.#items()) stop(item);
    await Promise.all(this.#slices);
    return () => {
      this.#holds -= 1;
      this.schedule();
    };
  }

  resume(): void {
    this.#paused = false;
    this.schedule();
  }

  /** Ends every job and call on this network with this error. */
  failNetwork(network: string, error: unknown): void {
    for (const run of [...this.#runs]) if (run.job.network === network) run.fail(error);
    for (const task of [...this.#tasks]) if (task.networks.includes(network)) task.reject(error);
  }

  /** Ends every job with this error. */
  failAll(error: Error): void {
    for (const run of [...this.#runs]) run.fail(error);
    for (const task of [...this.#tasks]) task.reject(error);
  }

  /** Hands out work; to be called whenever anything has changed. */
  schedule(): void {
    if (this.#holds > 0) return;
    const idle = this.parts.slots().filter((slot) => slot.idle);
    const items: (QueueItem | TaskRun)[] = [...this.#tasks, ...(this.#paused ? [] : this.#items())];
    const plan = planQueue(items, idle, (slot, item) => item.networks.every((id) => slot.networks.has(id)));
    for (const [item, slot] of plan.assign) {
      if (item.kind === 'task') void this.#runTask(item, slot);
      else this.#track(this.#runSlice(item, slot));
    }
    for (const item of plan.stop) stop(item);
  }

  #track(slice: Promise<void>): void {
    this.#slices.add(slice);
    void slice.finally(() => this.#slices.delete(slice));
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

  async #runTask(task: TaskRun, slot: Slot): Promise<void> {
    const controller = new AbortController();
    task.running = { worker: slot, controller, stopping: false };
    slot.busy = true;
    try {
      const end = await slot.bridge.call(controller.signal, task.name, task.request, task.onEvent);
      if (!end.stopped) task.resolve(end.result);
      this.parts.onProgress(slot);
    } catch (error) {
      this.#takeTaskFailure(task, error);
    } finally {
      task.running = null;
      slot.busy = false;
      this.parts.onFree(slot);
    }
  }

  #takeTaskFailure(task: TaskRun, error: unknown): void {
    if (error instanceof WorkerLostError && error.closed) return;
    task.losses += error instanceof WorkerLostError ? 1 : 0;
    if (error instanceof WorkerLostError && task.losses < lossesPerTask) return;
    const message = `The worker was lost ${task.losses} times while it computed this`;
    task.reject(
      error instanceof WorkerLostError
        ? new FoveaError(`${message} (${error.reason}).`, 'Try again, or choose another device in the device badge.')
        : error,
    );
  }

  #takeFailure(item: QueueItem, error: unknown): void {
    if (!(error instanceof WorkerLostError)) {
      item.run.fail(error);
      return;
    }
    if (error.closed) return;
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
    budget: item.losses === 0 ? sliceBudget : lossBudget / 2 ** item.losses,
    frameInterval: item.rank.front > 0 || item.rank.priority > 0 ? frontInterval : frameInterval,
    wantValues: job.wantValues ?? false,
  };
}
