import { Redo2, Undo2 } from 'lucide-react';
import { redoLabels, undoLabels } from '../../../flows/people/labelSteps';
import { labelHistory } from '../../../state/labelHistory';
import { useStore } from '../../../state/useStore';
import { IconButton } from '../../../ui/IconButton';
import styles from './Side.module.css';

/** Back and forward among the changes of persons and groups. */
export function LabelHistory() {
  const past = useStore(labelHistory.temporal, ({ pastStates }) => pastStates.length > 0);
  const future = useStore(labelHistory.temporal, ({ futureStates }) => futureStates.length > 0);
  return (
    <div className={styles.history}>
      <IconButton
        label="Undo the change of groups (Ctrl+Z)"
        icon={<Undo2 aria-hidden />}
        disabled={!past}
        onClick={() => void undoLabels()}
      />
      <IconButton
        label="Redo the change of groups (Ctrl+Y or Ctrl+Shift+Z)"
        icon={<Redo2 aria-hidden />}
        disabled={!future}
        onClick={() => void redoLabels()}
      />
    </div>
  );
}
