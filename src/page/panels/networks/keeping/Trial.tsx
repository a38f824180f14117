import type { PrecisionTrial } from '../../../state/precisionTrial';
import { Button } from '../../../ui/Button';
import { formatBytes } from '../../../ui/format';
import { ProgressBar } from '../../../ui/ProgressBar';
import { changeWords } from './changeWords';
import styles from './Keeping.module.css';

/** A smaller copy while it is written and measured, and the question whether it is to be taken. */
export function Trial({ trial: { written, change, decide, cancel } }: { readonly trial: PrecisionTrial }) {
  if (change === null) {
    const words = written === null ? 'Measuring what a smaller copy changes' : 'Writing a smaller copy';
    return (
      <div className={styles.trial}>
        <p role="status">{words}</p>
        <ProgressBar label="Smaller copy" fraction={written} text={words} />
        <Button onClick={cancel}>Cancel</Button>
      </div>
    );
  }
  return (
    <div className={styles.trial}>
      <p role="status">
        {formatBytes(change.bytesAfter)} in place of {formatBytes(change.bytesBefore)}. {changeWords(change)} What is
        rounded away comes back only with the network’s own files.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => decide(false)}>Leave it as it is</Button>
        <Button look="primary" onClick={() => decide(true)}>
          Take the smaller one
        </Button>
      </div>
    </div>
  );
}
