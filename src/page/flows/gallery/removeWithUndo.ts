import { undoRemoval } from '../../state/gallery/gallery';
import type { Removal } from '../../state/gallery/removal';
import { notify, notifyError } from '../../state/notices';
import { viewStore } from '../../state/view';
import { recogniseAgain } from './recogniseAgain';

/** Removes a person, a photo or everybody (what `remove` does), and offers to take it back. */
export function removeWithUndo(remove: () => Removal | null): void {
  const removal = remove();
  if (removal === null) return;
  const undo = () => {
    try {
      undoRemoval(removal);
      if (viewStore.getState().sheet !== 'gallery') void recogniseAgain();
    } catch (error) {
      notifyError(error);
    }
  };
  notify({ severity: 'info', message: `${removal.title}.`, action: { label: 'Undo', run: undo } });
}
