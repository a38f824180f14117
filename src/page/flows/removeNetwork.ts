import { engine } from '../engine/instance';
import { networksStore } from '../state/networks';
import { notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import { chooseNetwork } from './chooseNetwork';
import { cancelTrial } from './networks/cancelTrial';
import { removeKept } from './networks/removeKept';

/**
 * Takes a network that was brought off the list, out of the workers' memory and from this device; another one is shown
 * in its place. A device that does not let go of it is told of.
 */
export function removeNetwork(id: string): void {
  const { entries } = networksStore.getState();
  if (entries.get(id)?.spec.source.format !== 'files') return;
  cancelTrial(id);
  const rest = new Map([...entries].filter(([key]) => key !== id));
  networksStore.setState({ entries: rest });
  const [other] = rest.keys();
  // What is shown is superseded first: its tiles are not to fail before everyone's eyes.
  if (selectionStore.getState().network === id && other !== undefined) void chooseNetwork(other);
  engine().unloadNetwork(id);
  removeKept(id).catch(notifyError);
}
