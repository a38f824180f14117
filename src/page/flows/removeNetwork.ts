import { engine } from '../engine/instance';
import { networksStore } from '../state/networks';
import { selectionStore } from '../state/selection';
import { chooseNetwork } from './chooseNetwork';

/** Takes a network that was brought off the list and out of the workers' memory; another one is shown in its place. */
export function removeNetwork(id: string): void {
  const { entries } = networksStore.getState();
  if (entries.get(id)?.spec.source.format !== 'files') return;
  const rest = new Map([...entries].filter(([key]) => key !== id));
  networksStore.setState({ entries: rest });
  const [other] = rest.keys();
  // What is shown is superseded first: its tiles are not to fail before everyone's eyes.
  if (selectionStore.getState().network === id && other !== undefined) void chooseNetwork(other);
  engine().unloadNetwork(id);
}
