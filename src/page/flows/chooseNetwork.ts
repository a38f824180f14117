import { benchStore } from '../state/bench';
import { showNetwork } from './showNetwork';

/**
 * Shows the network that the user has chosen; from now on it holds for every bench. Resolves when it is loaded and put
 * to work; never rejects.
 */
export async function chooseNetwork(id: string): Promise<void> {
  benchStore.setState({ networkChosen: true });
  await showNetwork(id);
}
