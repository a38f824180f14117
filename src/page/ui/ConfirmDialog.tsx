import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Button } from './Button';
import styles from './ConfirmDialog.module.css';

interface Props {
  /** A question. */
  readonly title: string;
  /** What would happen. */
  readonly text: string;
  /** The button that leaves everything as it is, and the one that does it. */
  readonly keep: string;
  readonly act: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAct: () => void;
}

/** Asks before something goes that does not come back by itself. */
export function ConfirmDialog({ title, text, keep, act, open, onClose, onAct }: Props) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={styles.text}>{text}</AlertDialog.Description>
          <div className={styles.actions}>
            <AlertDialog.Close render={<Button>{keep}</Button>} />
            <Button look="danger" onClick={onAct}>
              {act}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
