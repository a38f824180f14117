import { studyStore } from '../../state/study';
import { assign } from './assign';
import { draftPhotos } from './draftPhotos';

/**
 * Gives a group another name; with that of another group the two become one, with null its photos are in none. One step
 * that can be undone.
 */
export async function renameGroup(from: string, to: string | null): Promise<void> {
  const photos = [...studyStore.getState().photos, ...draftPhotos()].filter(({ group }) => group === from);
  await assign(new Map(photos.map(({ id }) => [id, { group: to }])));
}
