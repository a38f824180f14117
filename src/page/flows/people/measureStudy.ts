import type { StudyPhoto } from '../../../shared/people';
import { engine } from '../../engine/instance';
import { recordKey } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';
import { networksStore } from '../../state/networks';
import { studyStore, waitingPhotos } from '../../state/study';
import { compareStudy } from './compareStudy';
import { failPhoto } from './failPhoto';
import { forEachAtOnce } from './forEachAtOnce';
import { keepFace } from './keepFace';
import { keepMeasurement } from './keepMeasurement';
import { measureKept } from './measureKept';
import { storedFace } from './storedFace';
import { type StudyPlan, studyPlan } from './studyPlan';
import { dropSource, keepSources, sourceOf } from './studySources';
import { studyWork } from './studyWork';
import { takeStamp } from './takeStamp';
import { tellMissing } from './tellMissing';

/**
 * Measures the photos that wait, several at a time, and keeps each result at once: a study can be stopped, or the page
 * closed, at any photo. A photo that cannot be measured is listed with its reason. Never rejects.
 * @returns whether it came to its end: false where it was stopped, or could not begin
 */
export async function measureStudy(): Promise<boolean> {
  let ended = false;
  await studyWork('measuring', async (signal, tell) => {
    const { settings } = studyStore.getState();
    if (settings === null) return;
    void keepSources(waitingPhotos(studyStore.getState()).map(({ id }) => id));
    const plan = await studyPlan(signal, settings, (words) => tell(0, 0, words));
    await takeStamp(plan);
    const waiting = waitingPhotos(studyStore.getState());
    let done = 0;
    tell(done, waiting.length);
    await forEachAtOnce(waiting, await photosAtOnce(), async (photo) => {
      await measurePhoto(signal, plan, photo);
      done += 1;
      tell(done, waiting.length);
    });
    signal.throwIfAborted();
    ended = true;
  });
  await tellMissing();
  await compareStudy();
  return ended;
}

/** One more than there are workers: while they compute, the page decodes the next photo. */
export async function photosAtOnce(): Promise<number> {
  const { workers } = await engine().device();
  return workers + 1;
}

async function measurePhoto(signal: AbortSignal, plan: StudyPlan, photo: StudyPhoto): Promise<void> {
  const { id } = photo;
  try {
    const kept = await storedFace(id);
    const file = kept === null ? await sourceOf(id) : null;
    if (kept === null && file === null) return;
    const face = kept ?? (await keepFace(signal, file as File));
    if (kept === null) await studyVault.change([[recordKey('face', id), face]]);
    const measured = await measureKept(signal, plan, face);
    signal.throwIfAborted();
    await keepMeasurement(photo, face, measured);
    await dropSource(id);
  } catch (error) {
    signal.throwIfAborted();
    // Without its network no photo can be measured, whatever it is like.
    if (networksStore.getState().entries.get(plan.info.id)?.loaded === null) throw error;
    // Its file stays: it may be tried again.
    await failPhoto(photo, error);
  }
}
