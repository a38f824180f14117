import type { StudyPhoto } from '../../../shared/people';
import { readPaths } from '../../../shared/people/folderLevels';
import { type PeopleView, peopleViewStore } from '../../state/peopleView';

/**
 * The photos that wait for a study, with the persons and groups that the user gave them: by hand or table first, else
 * by folder.
 */
export function draftPhotos(
  { draft, roles, said }: Pick<PeopleView, 'draft' | 'roles' | 'said'> = peopleViewStore.getState(),
): readonly StudyPhoto[] {
  const paths = draft.map(({ path }) => path);
  const read = readPaths(paths, roles);
  return paths.map((path, i) => ({ id: path, file: path, person: null, group: null, ...read[i], ...said.get(path) }));
}
