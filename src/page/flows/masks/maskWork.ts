import { type Measurement, maskResultsStore } from '../../state/maskResults';
import { notifyError } from '../../state/notices';
import { SupersededError } from '../shownPage';
import { stopMasked } from './maskChanged';

const work = new Map<Measurement, AbortController>();

/**
 * Runs a measurement of the Masks bench in the place of the one of the same kind that is running. What goes wrong is told as
 * a notice. Never rejects.
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

/** Ends all measurements; what they have found so far stays. */
export function stopMeasurements(): void {
  for (const kind of [...work.keys()]) stopMeasurement(kind);
}

/** Ends all work on the Masks bench; what is on the screen stays. */
export function stopMaskWork(): void {
  stopMasked();
  stopMeasurements();
}

function setRunning(kind: Measurement, isRunning: boolean): void {
  maskResultsStore.setState(({ running }) => {
    const next = new Set(running);
    if (isRunning) next.add(kind);
    else next.delete(kind);
    return { running: next };
  });
}
