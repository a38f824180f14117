import { pathOf } from '../../intake/filePaths';
import { studyStore, waitingPhotos } from '../../state/study';
import { measureStudy } from './measureStudy';
import { maskStudy } from './measureWithMask';
import { openStudy } from './openStudy';
import { takeSource } from './studySources';

/**
 * Goes on with the study where it was: with the photos that wait, then with those that are missing under its mask. Never
 * rejects.
 * @param files photos to be given again: those that are not on this device, told by path or by name
 */
export async function resumeStudy(files: readonly File[] = []): Promise<void> {
  await openStudy();
  const waiting = waitingPhotos(studyStore.getState());
  for (const file of files) {
    const photo =
      waiting.find((one) => one.file === pathOf(file)) ?? waiting.find((one) => nameOf(one.file) === file.name);
    if (photo !== undefined) takeSource(photo.id, file);
  }
  if (waiting.length > 0) await measureStudy();
  const { masked } = studyStore.getState();
  if (masked !== null) await maskStudy();
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
