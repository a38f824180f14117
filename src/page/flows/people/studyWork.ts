import { FoveaError } from '../../../shared/errors';
import { notifyError } from '../../state/notices';
import { type StudyWork, type StudyWorkKind, studyStore } from '../../state/study';
import { SupersededError } from '../shownPage';

let controller = new AbortController();
let running: Promise<void> = Promise.resolve();

/** Tells how far the work is: photos or steps that are done, of how many, and in words what it is at. */
export type Tell = (done: number, total: number, words?: string | null) => void;

/**
 * Runs the one piece of work that a study has at a time; what runs before it is ended first. What goes wrong is told as
 * a notice. Never rejects.
 */
export function studyWork(
  kind: StudyWorkKind,
  work: (signal: AbortSignal, tell: Tell) => Promise<void>,
): Promise<void> {
  controller.abort(new SupersededError());
  controller = new AbortController();
  const { signal } = controller;
  const before = running;
  running = before.then(() => run(signal, kind, work));
  return running;
}

async function run(
  signal: AbortSignal,
  kind: StudyWorkKind,
  work: (signal: AbortSignal, tell: Tell) => Promise<void>,
): Promise<void> {
  if (signal.aborted) return;
  const begun = performance.now();
  const tell: Tell = (done, total, words = null) => {
    if (!signal.aborted) studyStore.setState({ work: stateOf(kind, begun, done, total, words) });
  };
  tell(0, 0);
  try {
    await work(signal, tell);
  } catch (error) {
    if (!signal.aborted) notifyError(error);
  } finally {
    studyStore.setState({ work: null });
  }
}

/** Seconds are told once a few are done: the first ones load networks. */
function stateOf(kind: StudyWorkKind, begun: number, done: number, total: number, words: string | null): StudyWork {
  const pace = done > 2 ? (performance.now() - begun) / done : null;
  return { kind, done, total, words, remaining: pace === null ? null : pace * (total - done) };
}

/** Ends what is under way and waits until it has; what was measured stays. */
export async function endStudyWork(): Promise<void> {
  controller.abort(new FoveaError('The study was stopped.', 'Go on with it when you like.'));
  await running;
}
