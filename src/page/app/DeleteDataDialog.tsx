import { AlertDialog } from '@base-ui/react/alert-dialog';
import { clearLocalData } from '../flows/clearLocalData';
import { notify, notifyError } from '../state/notices';
import { useStore } from '../state/useStore';
import { showSheet, viewStore } from '../state/view';
import { Button } from '../ui/Button';
import styles from './DeleteDataDialog.module.css';

/** Asks before everything that is kept on this device goes. */
export function DeleteDataDialog() {
  const open = useStore(viewStore, (view) => view.sheet === 'delete-data');
  const remove = () => {
    showSheet(null);
    clearLocalData()
      .then(() => notify({ severity: 'info', message: 'Everything kept on this device is deleted.' }))
      .catch(notifyError);
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && showSheet(null)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.title}>Delete local data?</AlertDialog.Title>
          <AlertDialog.Description className={styles.text}>
            Computed pictures, the choice of device and its measurement go from this device, and a running page is
            paused. Save what you want to keep first.
          </AlertDialog.Description>
          <div className={styles.actions}>
            <AlertDialog.Close render={<Button>Keep it</Button>} />
            <Button look="danger" onClick={remove}>
              Delete
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
