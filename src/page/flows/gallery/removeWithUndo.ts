import { galleryStore } from '../../state/gallery/gallery';
import { notify, notifyError } from '../../state/notices';
import { viewStore } from '../../state/view';
import { recogniseAgain } from './recogniseAgain';
import { undoRemoval } from './undoRemoval';

/** Removes a person, a photo or everybody (what `remove` does), and offers to take it back. */
export function removeWithUndo(remove: () => void): void {
  const before = galleryStore.getState().removed;
  remove();
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
