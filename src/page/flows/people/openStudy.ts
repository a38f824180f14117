import { studyLock } from '../../engine/people/studyLock';
import { studyVault } from '../../engine/people/studyVault';
import { noStudy, studyStore } from '../../state/study';
import { compareStudy } from './compareStudy';
import { forgetLabelSteps } from './labelSteps';
import { readStudy } from './readStudy';
import { sourcesKept } from './studySources';
import { endStudyWork } from './studyWork';

let reading: Promise<void> | null = null;
/** A study is about to begin here. */
let claimed = false;
/** Waits for the other tab to let go of the study. */
let turn = new AbortController();

/**
 * Shows the study that is kept on this device, and holds it for this tab; where another tab has it, that is shown.
 * Without a study nothing is held. Never rejects.
 */
export async function openStudy(): Promise<void> {
  await read();
  const { settings, elsewhere } = studyStore.getState();
  if (settings === null && !elsewhere && !claimed) await letGoOfStudy();
}

/**
 * The same for a study that is about to begin: this tab holds the place for it, too. Never rejects.
 * @returns false where another tab has a study, which is shown
 */
export async function claimStudy(): Promise<boolean> {
  claimed = true;
  await read();
  const { elsewhere } = studyStore.getState();
  if (elsewhere) claimed = false;
  return !elsewhere;
}

/** Other tabs may begin a study: there is none here. Resolves when they can. */
export async function letGoOfStudy(): Promise<void> {
  claimed = false;
  reading = null;
  await studyLock.release();
}

/** Ends the other tab's work with the study and goes on with it here. Never rejects. */
export async function goOnHere(): Promise<void> {
  await takeStudyHere();
  reading = readHere();
  await openStudy();
}

/** Holds the study for this tab, whichever tab has it; the one that loses it ends its work first. Nothing is read. */
export async function takeStudyHere(): Promise<void> {
  turn.abort();
  if (await studyVault.keeps()) await studyLock.takeOver();
  studyVault.readOnly = false;
}

function read(): Promise<void> {
  reading ??= hold();
  return reading;
}

/** What this device does not keep no other tab sees. */
async function hold(): Promise<void> {
  if (!(await studyVault.keeps()) || (await studyLock.tryHold())) await readHere();
  else leaveToOther();
}

async function readHere(): Promise<void> {
  studyVault.readOnly = false;
  if (studyStore.getState().elsewhere) studyStore.setState({ ready: false, elsewhere: false });
  await readStudy();
}

function leaveToOther(): void {
  claimed = false;
  studyVault.leave();
  studyStore.setState({ ...noStudy, ready: true, elsewhere: true });
  forgetLabelSteps();
  // Ends a comparison that is under way.
  void compareStudy();
  waitForTurn();
}

/**
 * Opens the study as soon as the other tab has let go of it. A tab that nobody sees does not: it would take the study
 * from one that is reloaded.
 */
function waitForTurn(): void {
  turn.abort();
  if (!studyStore.getState().elsewhere || globalThis.document?.visibilityState === 'hidden') return;
  turn = new AbortController();
  void studyLock.waitForTurn(turn.signal).then((granted) => {
    if (!granted) return;
    reading = readHere();
    void openStudy();
  });
}

globalThis.document?.addEventListener('visibilitychange', waitForTurn);

// Photos that wait are of use to the other tab only once they are kept.
studyLock.onAsked = async () => {
  await endStudyWork();
  await sourcesKept();
};

studyLock.onLost = () => {
  studyVault.readOnly = true;
  reading = endStudyWork().then(leaveToOther);
};
