import { type OfferedRemoval, undoRemoval } from '../../state/gallery/gallery';
import { notify, notifyError } from '../../state/notices';
import { viewStore } from '../../state/view';
import { recogniseAgain } from './recogniseAgain';

const tooLate = {
  severity: 'info',
  message: 'This removal cannot be undone any more.',
  remedy: 'Add the photos again.',
} as const;

/** Removes a person, a photo or everybody (what `remove` does), and offers to take it back. */
export function removeWithUndo(remove: () => OfferedRemoval | null): void {
  const removal = remove();
  if (removal === null) return;
  const undo = () => {
    try {
      if (!undoRemoval(removal.id)) return notify(tooLate);
      if (viewStore.getState().sheet !== 'gallery') void recogniseAgain();
    } catch (error) {
      notifyError(error);
    }
  };
  notify({ severity: 'info', message: `${removal.title}.`, action: { label: 'Undo', run: undo } });
}
