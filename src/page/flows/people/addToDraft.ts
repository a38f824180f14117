import { folderLevels, likelyRoles } from '../../../shared/people/folderLevels';
import type { FoundFile } from '../../intake/people/foundFile';
import { notify } from '../../state/notices';
import { type DraftPhoto, peopleViewStore } from '../../state/peopleView';
import { numberedPath } from './numberedPath';

/**
 * Adds photos for the next study. The same file under the same path is added once; another one under a path that is
 * there gets a number. How the folders are read stays as the user chose it while their levels are the same.
 */
export function addToDraft(found: readonly FoundFile[]): void {
  const { draft, roles } = peopleViewStore.getState();
  const photos = new Map(draft.map((photo) => [photo.path, photo]));
  for (const one of found) addOne(photos, one);
  const added = photos.size - draft.length;
  if (added < found.length) {
    const message = `${found.length - added} of these photos were added before.`;
    notify({ severity: 'info', message });
  }
  const next = [...photos.values()];
  const levels = folderLevels(next.map(({ path }) => path));
  peopleViewStore.setState({
    draft: next,
    roles: levels.length === roles.length && draft.length > 0 ? roles : likelyRoles(levels),
  });
}

function addOne(photos: Map<string, DraftPhoto>, { file, path, face }: FoundFile): void {
  for (let number = 1; ; number += 1) {
    const name = numberedPath(path, number);
    const known = photos.get(name);
    if (known === undefined) {
      photos.set(name, { path: name, file, face });
      return;
    }
    if (known.file.size === file.size && known.file.lastModified === file.lastModified) return;
  }
}
