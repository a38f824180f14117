export interface NewestWins<Subject> {
  /**
   * Takes a subject. While a run is under way the subject waits, and a newer one takes its place; `hurry` breaks off
   * the run of the older one. The very subject that is being worked on is not begun anew.
   */
  push(subject: Subject, options: { readonly hurry: boolean }): void;
  /** Ends the run under way, and forgets what waits. */
  stop(): void;
  isBusy(): boolean;
}

/**
 * At most one run of `work` at a time, and the last subject that was pushed is always worked on. What `work` throws
 * goes to `onError`, unless it was broken off.
 * @param onIdle called whenever nothing is left to do
 */
export function newestWins<Subject>(
  work: (signal: AbortSignal, subject: Subject) => Promise<void>,
  onError: (error: unknown) => void,
  onIdle: () => void,
): NewestWins<Subject> {
  let run: { readonly controller: AbortController; readonly subject: Subject } | null = null;
  let waiting: { readonly subject: Subject } | null = null;

  const start = async (subject: Subject) => {
    const controller = new AbortController();
    const started = { controller, subject };
    run = started;
    try {
      await work(controller.signal, subject);
    } catch (error) {
      if (!controller.signal.aborted) onError(error);
    }
    // One that was broken off has a successor, or was stopped.
    if (run !== started) return;
    run = null;
    const next = waiting;
    waiting = null;
    if (next !== null) void start(next.subject);
    else onIdle();
  };
  const stop = () => {
    const before = run;
    run = null;
    waiting = null;
    before?.controller.abort();
  };
  return {
    push: (subject, { hurry }) => {
      if (run?.subject === subject) {
        waiting = null;
        return;
      }
      if (hurry) stop();
      if (run === null) void start(subject);
      else waiting = { subject };
    },
    stop,
    isBusy: () => run !== null,
  };
}
