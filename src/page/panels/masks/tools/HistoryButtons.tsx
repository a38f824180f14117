import { Redo2, Trash2, Undo2 } from 'lucide-react';
import { clearMask, redoStroke, undoStroke } from '../../../flows/masks/editMask';
import { maskStore, shownMask } from '../../../state/mask';
import { maskCursorStore } from '../../../state/maskCursor';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { IconButton } from '../../../ui/IconButton';
import styles from './Tools.module.css';

/** Whether there is a step to undo or something under way to take back, and one to redo. */
export function useHistory() {
  const finished = useStore(maskStore.temporal, ({ pastStates }) => pastStates.length > 0);
  const future = useStore(maskStore.temporal, ({ futureStates }) => futureStates.length > 0);
  const drawn = useStore(maskStore, ({ draft }) => draft !== null);
  const begun = useStore(maskCursorStore, ({ anchor, corners }) => anchor !== null || corners.length > 0);
  return { past: finished || drawn || begun, future };
}

/** Back, forward, and from the beginning. */
export function HistoryButtons() {
  const { past, future } = useHistory();
  const empty = useStore(maskStore, (state) => shownMask(state).length === 0);
  return (
    <div className={styles.history}>
      <IconButton
        look="plain"
        label="Undo (Ctrl+Z)"
        icon={<Undo2 aria-hidden />}
        disabled={!past}
        onClick={undoStroke}
      />
      <IconButton
        look="plain"
        label="Redo (Ctrl+Y or Ctrl+Shift+Z)"
        icon={<Redo2 aria-hidden />}
        disabled={!future}
        onClick={redoStroke}
      />
      <Button icon={<Trash2 aria-hidden />} disabled={empty} onClick={clearMask}>
        Clear
      </Button>
    </div>
  );
}
