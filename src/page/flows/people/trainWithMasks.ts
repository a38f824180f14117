import type { StudyPhoto } from '../../../shared/people';
import { galleryStore } from '../../state/gallery/gallery';
import { studyStore } from '../../state/study';
import { readyGallery } from '../gallery/readyGallery';
import { defaultStudySettings } from './defaultStudySettings';
import { studyWork } from './studyWork';
import { compareTrainings } from './training/compareTrainings';
import { dateTraining } from './training/dateTraining';
import type { Subject } from './training/subject';
import { personsWith, trainedPersons } from './training/trainedPersons';

/**
 * What training on masks does: to the identity head of the study's named photos; or of the gallery, with the groups
 * that the study says, where only there two persons have two photos each. The answer is in the study's store; never
 * rejects.
 */
export async function trainWithMasks(): Promise<void> {
  await studyWork('training', async (signal, tell) => {
    const settings = studyStore.getState().settings ?? (await defaultStudySettings(signal));
    const { photos: trainedPhotos } = studyStore.getState();
    const training = await compareTrainings(signal, settings, await subjects(signal, trainedPhotos), tell);
    signal.throwIfAborted();
    // The user may have labelled photos anew meanwhile.
    studyStore.setState(({ photos }) => ({ training: dateTraining(training, trainedPhotos, photos), trainedPhotos }));
  });
}

/** The gallery is read only where the study's own photos cannot be held out. */
async function subjects(signal: AbortSignal, photos: readonly StudyPhoto[]): Promise<readonly Subject[]> {
  const { measured } = studyStore.getState();
  const own = trainedPersons({ photos, measured, people: [] }).subjects;
  if (personsWith(2, own) >= 2) return own;
  await readyGallery(signal);
  return trainedPersons({ photos, measured, people: galleryStore.getState().people }).subjects;
}
