import type { AscentFrame, AscentState } from '../../shared/ascent';
import type { AscentSliceEnd } from '../../shared/calls/filterCalls';
import { FrameBuffer } from './frameBuffer';
import type { Rank } from './queuePlan';
import { type Running, stop } from './running';
import type { AscentJob } from './types';

/** One filter of a job in the queue. */
export interface QueueItem {
  readonly kind: 'ascent';
  readonly run: AscentRun;
  readonly networks: readonly string[];
  /** A slice gives its last whole step back: stopping costs nothing. */
  readonly stoppable: true;
  readonly filter: number;
  rank: Rank;
  /** Where the last finished slice ended; what another worker goes on from. */
  state: AscentState | null;
  running: Running | null;
  /** Last frame that the reader was given, or is held for the end. */
  frame: AscentFrame | null;
  /** Objectives of the last step's frame, held until the slice's end brings state and values. */
  held: readonly number[];
  /** Last step that a frame has told of: after a loss, repeated steps are not told twice. */
  toldStep: number;
  /** Workers lost in a row while they worked on this filter, without a slice between that came to its end. */
  losses: number;
}

/** One job under way: its items and the frames on their way to its reader. */
export class AscentRun {
  readonly frames = new FrameBuffer();
  readonly items = new Set<QueueItem>();
  readonly untilStep: number;

  constructor(
    readonly job: AscentJob,
    readonly number: number,
  ) {
    this.untilStep = job.untilStep ?? job.settings.steps;
    [...new Set(job.filters)].forEach((filter, index) => {
      const state = job.states?.get(filter) ?? null;
      const step = state?.step ?? 0;
      const drawn = step >= this.untilStep;
      if (drawn && !job.redraw) return;
      const rank = { priority: job.priority ?? 0, front: 0, job: number, index };
      this.items.add({
        kind: 'ascent',
        run: this,
        networks: [job.network],
        stoppable: true,
        filter,
        rank,
        state,
        running: null,
        frame: null,
        held: [],
        toldStep: drawn ? step - 1 : step,
        losses: 0,
      });
    });
    if (this.items.size === 0) this.frames.finish();
  }

  /** A frame came from a worker: it goes to the reader, unless it is the last one, which waits for the slice's end. */
  takeFrame(item: QueueItem, frame: AscentFrame): void {
    const fresh = frame.step - item.toldStep;
    if (fresh <= 0 || !this.items.has(item)) return;
    const objectives = frame.objectives.slice(-fresh);
    item.frame = frame;
    item.toldStep = frame.step;
    if (frame.step >= this.untilStep) item.held = objectives;
    else this.frames.push({ ...frame, objectives, done: false, state: null, values: null });
  }

  /** A slice has ended, or was stopped: its state is where to go on, and the last frame goes out with it. */
  takeEnd(item: QueueItem, end: AscentSliceEnd): void {
    const { state, values } = end;
    const { frame } = item;
    const atEnd = state.step >= this.untilStep;
    if (state.step > (item.state?.step ?? 0)) item.losses = 0;
    // A stopped slice may have reached the end without its frame: the step before is where to go on then.
    if (frame === null || frame.step !== state.step) {
      if (!atEnd) item.state = state;
      return;
    }
    item.state = state;
    this.frames.push({ ...frame, objectives: item.held, done: atEnd, state, values: atEnd ? values : null });
    item.held = [];
    if (!atEnd) return;
    this.items.delete(item);
    if (this.items.size === 0) this.frames.finish();
  }

  /** Ends the job for its reader and asks its running slices to stop. */
  fail(error: unknown): void {
    this.frames.fail(error);
    this.leave();
  }

  /** Takes all items out of the queue and asks their running slices to stop. */
  leave(): void {
    for (const item of this.items) stop(item);
    this.items.clear();
  }
}
