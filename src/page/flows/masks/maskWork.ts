import { deviceStore } from '../../state/device';
import { type Measurement, maskResultsStore, type StopReason } from '../../state/maskResults';
import { notifyError } from '../../state/notices';
import { SupersededError } from '../shownPage';

const work = new Map<Measurement, AbortController>();

/**
 * Runs a measurement of the Masks bench in the place of the one of the same kind that is running. What goes wrong is
 * told as a notice. Never rejects.
 */
export async function measure(kind: Measurement, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
  work.get(kind)?.abort(new SupersededError());
  const controller = new AbortController();
  work.set(kind, controller);
  setRunning(kind, true);
  try {
    await run(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) notifyError(error);
  } finally {
    if (work.get(kind) === controller) {
      work.delete(kind);
      setRunning(kind, false);
    }
  }
}

/** Ends a measurement; what it has found so far stays. */
export function stopMeasurement(kind: Measurement): void {
  work.get(kind)?.abort(new SupersededError());
  work.delete(kind);
  setRunning(kind, false);
}

/** Ends all measurements; what they have found so far stays. @param why told of each; without it nothing is said */
export function stopMeasurements(why?: StopReason): void {
  // What ended before says nothing of another face.
  const before = why === undefined || why === 'other' ? [] : maskResultsStore.getState().stopped;
  const stopped = new Map(before);
  if (why !== undefined) for (const kind of work.keys()) stopped.set(kind, why);
  for (const kind of [...work.keys()]) stopMeasurement(kind);
  maskResultsStore.setState({ stopped });
}

/**
 * The mask has changed: ends what would keep every worker busy while its answer is waited for, and tells so. One
 * measurement goes on where there is another worker.
 */
export function makeWayForMask(): void {
  const { workers = 1, helpers = 0 } = deviceStore.getState().device ?? {};
  if (work.size <= (workers + helpers > 1 ? 1 : 0)) return;
  stopMeasurements('changed');
}

function setRunning(kind: Measurement, isRunning: boolean): void {
  maskResultsStore.setState((state) => {
    const [running, stopped] = [new Map(state.running), new Map(state.stopped)];
    stopped.delete(kind);
    if (isRunning) running.set(kind, performance.now());
    else running.delete(kind);
    return { running, stopped };
  });
}
