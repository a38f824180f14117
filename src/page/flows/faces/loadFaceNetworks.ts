import { faceNetworks } from '../../engine/catalogue';
import { engine } from '../../engine/instance';
import { selectionStore } from '../../state/selection';
import { loadNetwork } from '../loadNetwork';

/**
 * Loads what the Faces bench works with, ahead of the first photo. Never rejects: a photo that needs what is missing
 * tells why it is.
 */
export async function loadFaceNetworks(): Promise<void> {
  // Whoever is interested in the end of it has a signal of his own; loading is never done in vain.
  const { signal } = new AbortController();
  const { detector, landmarks } = faceNetworks;
  await Promise.allSettled([
    loadNetwork(signal, selectionStore.getState().network),
    engine().loadNetwork(signal, detector),
    engine().loadNetwork(signal, landmarks),
  ]);
}
