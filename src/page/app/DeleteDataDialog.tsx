import { clearLocalData } from '../flows/clearLocalData';
import { notify, notifyError } from '../state/notices';
import { useStore } from '../state/useStore';
import { showSheet, viewStore } from '../state/view';
import { ConfirmDialog } from '../ui/ConfirmDialog';

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
    <ConfirmDialog
      title="Delete local data?"
      text="Computed pictures, the gallery of people, networks of your own, the choice of device and its measurement go from this device, and a running page is paused. Save what you want to keep first."
      keep="Keep it"
      act="Delete"
      open={open}
      onClose={() => showSheet(null)}
      onAct={remove}
    />
  );
}
