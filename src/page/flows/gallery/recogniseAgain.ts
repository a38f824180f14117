import { facesStore } from '../../state/faces';
import { galleryStore } from '../../state/gallery/gallery';
import { networksStore } from '../../state/networks';
import { recogniseChoice } from '../faces/recogniseChoice';
import { isTrained } from './headFor';

/** Whether the face on the bench was recognised with a gallery that has changed since. */
export function isOutdated(): boolean {
  const { crop, head } = facesStore.getState();
  const loaded = crop && networksStore.getState().entries.get(crop.network)?.loaded;
  if (!loaded || loaded.info.outputs.embedding === null) return false;
  // Nobody to learn: only an answer with people is an older one.
  if (galleryStore.getState().people.length === 0) return head !== null;
  return head === null || !isTrained(loaded.info.hash);
}

/** Recognises the face on the bench again if the gallery has changed since; trains the head for it. Never rejects. */
export async function recogniseAgain(): Promise<void> {
  if (isOutdated()) await recogniseChoice();
}
