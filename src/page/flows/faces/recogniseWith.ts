import { facesStore } from '../../state/faces';
import { selectionStore } from '../../state/selection';
import { loadNetwork } from '../loadNetwork';
import { loadFaceNetworks } from './loadFaceNetworks';
import { recogniseChoice } from './recogniseChoice';

/**
 * Asks another network about the photo in view, or the same one where its answer is missing; without a photo, loads
 * what the first one will need. @throws FoveaError when there is no photo and the network cannot be loaded
 */
export async function recogniseWith(signal: AbortSignal, network: string): Promise<void> {
  if (selectionStore.getState().network !== network)
    selectionStore.setState({ network, layer: null, filter: null, pageStart: 0 });
  const { choice, crop, recognition } = facesStore.getState();
  facesStore.setState({ problem: null });
  if (choice === null) {
    await loadNetwork(signal, network);
    void loadFaceNetworks();
  } else if (crop?.network !== network || recognition === null) await recogniseChoice();
}
