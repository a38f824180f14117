import { studyVault } from '../../engine/people/studyVault';
import { studyStore, waitingPhotos } from '../../state/study';
import { sourceIds } from './studySources';

/** Tells which photos wait for files that are not on this device. */
export async function tellMissing(): Promise<void> {
  const waiting = waitingPhotos(studyStore.getState());
  if (waiting.length === 0) return studyStore.setState({ missing: [] });
  const [sources, faces] = await Promise.all([sourceIds(), studyVault.ids('face')]);
  studyStore.setState({ missing: waiting.filter(({ id }) => !sources.has(id) && !faces.has(id)) });
}
