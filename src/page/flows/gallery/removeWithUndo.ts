import { galleryStore } from '../../state/gallery/gallery';
import { notify, notifyError } from '../../state/notices';
import { viewStore } from '../../state/view';
import { clearGallery } from './clearGallery';
import { recogniseAgain } from './recogniseAgain';
import { removePerson } from './removePerson';
import { undoRemoval } from './undoRemoval';

/** Removes a person, or everybody, and offers to take it back. */
export function removeWithUndo(id: string | 'everybody'): void {
  const before = galleryStore.getState().removed;
  if (id === 'everybody') clearGallery();
  else removePerson(id);
  const { removed } = galleryStore.getState();
  if (removed === null || removed === before) return;
  const undo = () => {
    // A later removal took this one's place: that one has its own button.
    if (galleryStore.getState().removed !== removed) return;
    try {
      undoRemoval();
      if (viewStore.getState().sheet !== 'gallery') void recogniseAgain();
    } catch (error) {
      notifyError(error);
    }
  };
  notify({ severity: 'info', message: `${removed.title}.`, action: { label: 'Undo', run: undo } });
}
