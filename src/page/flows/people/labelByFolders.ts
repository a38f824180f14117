import type { StudyPhoto } from '../../../shared/people';
import { type LevelRole, readPaths } from '../../../shared/people/folderLevels';
import { studyStore } from '../../state/study';
import { assign } from './assign';

/** Photos of which folders can tell something. */
export const inFolders = (photos: readonly StudyPhoto[]): readonly StudyPhoto[] =>
  photos.filter(({ file }) => file.includes('/'));

/**
 * Gives the study's photos the persons and groups of their folders, in the place of what was said before. Photos that
 * came without a folder stay as they are, and so does what no level is said to hold. Nothing is measured again.
 * @param roles of the levels, from the outermost
 */
export async function labelByFolders(roles: readonly LevelRole[]): Promise<void> {
  const photos = inFolders(studyStore.getState().photos);
  const read = readPaths(
    photos.map(({ file }) => file),
    roles,
  );
  const said = read.map(({ person, group }) => ({
    ...(roles.includes('person') ? { person } : {}),
    ...(roles.includes('group') ? { group } : {}),
  }));
  await assign(new Map(photos.map(({ id }, i) => [id, said[i] ?? {}])));
}
