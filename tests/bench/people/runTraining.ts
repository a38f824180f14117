import { defaultStudySettings } from '../../../src/page/flows/people/defaultStudySettings';
import { compareTrainings } from '../../../src/page/flows/people/training/compareTrainings';
import type { Subject } from '../../../src/page/flows/people/training/subject';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import type { TrainingStudy } from '../../../src/shared/people/trainingStudy';
import { faceNetworkIds, openFaces } from '../recognition/openFaces';

/** The photo that each of the bundled people is in decides the group: see `studyPhotos`. */
const inFirstPhotos = 11;

/** What training on masks does to the heads of the bundled people; `tell` hears the share that is done. */
export async function runTraining(tell: (share: number) => void): Promise<readonly TrainingStudy[]> {
  const { signal } = new AbortController();
  await openFaces(signal);
  const subjects = galleryStore.getState().people.flatMap(({ name, photos: [photo] }, i): Subject[] => {
    if (photo === undefined) return [];
    const group = i < inFirstPhotos ? 'A' : 'B';
    return [{ id: photo.id, person: name, group, read: () => Promise.resolve(photo) }];
  });
  const studies: TrainingStudy[] = [];
  for (const [i, network] of faceNetworkIds.entries()) {
    const settings = await defaultStudySettings(signal, { network, method: 'grad-cam' });
    const study = await compareTrainings(signal, settings, subjects, (done, total) =>
      tell((i + (total === 0 ? 0 : done / total)) / faceNetworkIds.length),
    );
    studies.push(study);
  }
  return studies;
}
