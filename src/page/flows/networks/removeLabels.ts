import { networksStore } from '../../state/networks';
import { notify, notifyError } from '../../state/notices';
import { changeNetwork } from './changeNetwork';

/**
 * Takes the names of its classes away from a network of the user's own, and offers to give them back. Never rejects.
 */
export async function removeLabels(id: string): Promise<void> {
  const labels = networksStore.getState().entries.get(id)?.spec.labels;
  if (labels === undefined) return;
  const { signal } = new AbortController();
  const undo = () => void changeNetwork(signal, id, { labels }).catch(notifyError);
  try {
    const { info } = await changeNetwork(signal, id, { labels: null });
    notify({
      severity: 'info',
      message: `The classes of “${info.name}” have no names now.`,
      action: { label: 'Undo', run: undo },
    });
  } catch (error) {
    notifyError(error);
  }
}
