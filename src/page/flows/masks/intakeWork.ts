import { notifyError } from '../../state/notices';

/** What a mask takes in from elsewhere: the face that fills it, or a mask's file. */
export type Intake = 'other' | 'file';

const work = new Map<Intake, AbortController>();

/**
 * Takes something in, in the place of what is still being taken in of the same kind. What goes wrong is told as a
 * notice. Never rejects.
 */
export async function takeIn(kind: Intake, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
  work.get(kind)?.abort();
  const controller = new AbortController();
  work.set(kind, controller);
  try {
    await run(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) notifyError(error);
  } finally {
    if (work.get(kind) === controller) work.delete(kind);
  }
}

/** Ends all of it: nothing of it comes to the bench any more. */
export function stopIntake(): void {
  for (const controller of work.values()) controller.abort();
  work.clear();
}
