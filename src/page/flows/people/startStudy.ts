import type { StudySettings } from '../../../shared/people';
import { notifyError } from '../../state/notices';
import { studyStore } from '../../state/study';
import { addPhotos, type StudySource } from './addPhotos';
import { defaultStudySettings } from './defaultStudySettings';
import { keepStudy } from './keepStudy';
import { measureStudy } from './measureStudy';
import { claimStudy, letGoOfStudy } from './openStudy';
import { emptyStudy } from './removeStudy';

/**
 * Begins a new study with these photos, in the place of the one before: measures them by the network, layer and method
 * of the Faces bench, or by `wanted`. Resolves when all are measured or it is stopped; never rejects.
 * @param onTaken the study has the photos; not called where it cannot begin, as when another tab has a study open
 */
export async function startStudy(
  sources: readonly StudySource[],
  wanted: Partial<StudySettings> = {},
  onTaken = () => {},
): Promise<void> {
  // The bench tells it.
  if (!(await claimStudy())) return;
  try {
    await emptyStudy();
    const settings = await defaultStudySettings(new AbortController().signal, wanted);
    studyStore.setState({ settings });
  } catch (error) {
    await letGoOfStudy();
    return notifyError(error);
  }
  await addToStudy(sources, onTaken);
}

/** Adds photos to the study and measures them, too; without a study it begins one. Never rejects. */
export async function addToStudy(sources: readonly StudySource[], onTaken = () => {}): Promise<void> {
  if (!(await claimStudy())) return;
  if (studyStore.getState().settings === null) return startStudy(sources, {}, onTaken);
  await addPhotos(sources);
  onTaken();
  await keepStudy();
  await measureStudy();
}
