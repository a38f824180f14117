import { faceNetworks } from '../../engine/catalogue';
import { engine } from '../../engine/instance';
import { selectionStore } from '../../state/selection';
import { headFor } from '../gallery/headFor';
import { loadNetwork } from '../loadNetwork';

/**
 * Loads what the Faces bench works with, and lets it learn the gallery's faces, ahead of the first photo. Never
 * rejects: a photo that needs what is missing tells why it is.
 */
export async function loadFaceNetworks(): Promise<void> {
  // Whoever is interested in the end of it has a signal of his own; loading is never done in vain.
  const { signal } = new AbortController();
  const { detector, landmarks } = faceNetworks;
  const { network } = selectionStore.getState();
  await Promise.allSettled([
    loadNetwork(signal, network),
    engine().loadNetwork(signal, detector),
    engine().loadNetwork(signal, landmarks),
  ]);
  await headFor(signal, network, () => {}).catch(() => {});
}
