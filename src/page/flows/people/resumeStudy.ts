import { studyStore, waitingPhotos } from '../../state/study';
import { maskStudy, measureAll } from './measureWithMask';
import { openStudy } from './openStudy';
import { takeSource } from './studySources';

/**
 * Goes on with the study where it was: with the photos that wait, then with those that are missing under its mask.
 * Never rejects.
 * @param files of photos that are not on this device, given again, by photo id
 */
export async function resumeStudy(files: ReadonlyMap<string, File> = new Map()): Promise<void> {
  await openStudy();
  const waiting = waitingPhotos(studyStore.getState());
  for (const { id } of waiting) {
    const file = files.get(id);
    if (file !== undefined) takeSource(id, file);
  }
  if (waiting.length > 0) await measureAll();
  else if (studyStore.getState().masked !== null) await maskStudy();
}
