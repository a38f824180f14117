import type { Spellings } from '../../../shared/people/spellings';
import { studyStore } from '../../state/study';
import { assign } from './assign';
import { draftPhotos } from './draftPhotos';

/**
 * Makes one person of these names of a group, under the first of them, by renaming what the user named. One step that
 * can be undone.
 */
export async function joinSpellings({ group, names: [name, ...others] }: Spellings): Promise<void> {
  if (name === undefined) return;
  const photos = [...studyStore.getState().photos, ...draftPhotos()].filter(
    (photo) => photo.group === group && photo.person !== null && others.includes(photo.person),
  );
  await assign(new Map(photos.map(({ id }) => [id, { person: name }])));
}
