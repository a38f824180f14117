import type { StudyPhoto } from '../../../shared/people';
import { readPath, sharedNames } from '../../../shared/people/folderLevels';
import { type PeopleView, peopleViewStore } from '../../state/peopleView';

/**
 * The photos that wait for a study, with the persons and groups that the user gave them: by hand or table first, else by
 * folder. A name that stands in several groups' folders is one person in each of them.
 */
export function draftPhotos(
  { draft, roles, said }: Pick<PeopleView, 'draft' | 'roles' | 'said'> = peopleViewStore.getState(),
): readonly StudyPhoto[] {
  const paths = draft.map(({ path }) => path);
  const shared = sharedNames(paths, roles);
  return paths.map((path) => {
    const { person, group } = readPath(path, roles);
    const own = person !== null && shared.has(person) && group !== null ? `${group} / ${person}` : person;
    return { id: path, file: path, person: own, group, ...said.get(path) };
  });
}
