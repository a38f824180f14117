import type { IdentityHead } from '../../../shared/explain';
import { galleryStore } from '../../state/gallery/gallery';
import { loadNetwork } from '../loadNetwork';
import { SupersededError } from '../shownPage';
import { readyGallery } from './readyGallery';
import type { Augment, OnStage, TrainedHead } from './trainHead';
import { knownHead, type Wish, waitForHead } from './trainings';

/**
 * The identity head of a network for the gallery as it is: the trained one, or a new one where the gallery has changed.
 * Its training goes on when the signal aborts: the next face will want it, too. Null where the network has no
 * embedding, or the gallery nobody.
 * @param which 'plain': one that no masked copies of the gallery's photos went into, whatever was trained last
 * @throws FoveaError; the signal's reason when aborted
 */
export async function headFor(
  signal: AbortSignal,
  network: string,
  onStage: OnStage,
  which: 'last' | 'plain' = 'last',
): Promise<IdentityHead | null> {
  const { info } = await loadNetwork(signal, network);
  if (info.outputs.embedding === null) return null;
  await readyGallery(signal, onStage);
  for (;;) {
    const known = knownHead(info.hash, which);
    if (known?.network === network) return known;
    if (galleryStore.getState().people.length === 0) return null;
    const wish: Wish = { info, augment: 'none', asked: false };
    try {
      return (await waitForHead(signal, wish, onStage)).head;
    } catch (error) {
      if (signal.aborted) throw error;
      // Everybody was removed meanwhile: an answer without people is wanted, not an error.
      const emptied = galleryStore.getState().people.length === 0;
      // The gallery has changed meanwhile: whoever still waits wants the head for the newer one.
      if (!emptied && !(error instanceof SupersededError)) throw error;
    }
  }
}

/**
 * Trains a head for the gallery as it is, in the place of the one before. It ends when nobody waits for it any more. A
 * training for a gallery that has changed meanwhile is ended by the newer one.
 * @throws FoveaError; the signal's reason
 */
export async function trainAnew(
  signal: AbortSignal,
  info: Wish['info'],
  onStage: OnStage,
  augment: Augment,
): Promise<TrainedHead> {
  for (;;) {
    try {
      return await waitForHead(signal, { info, augment, asked: true }, onStage);
    } catch (error) {
      if (signal.aborted || !(error instanceof SupersededError)) throw error;
    }
  }
}

/** Whether a head for the gallery as it is has been trained for this network. */
export function isTrained(hash: string): boolean {
  return knownHead(hash) !== null;
}
