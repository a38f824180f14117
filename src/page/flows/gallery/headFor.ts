import type { IdentityHead } from '../../../shared/explain';
import type { Gallery } from '../../../shared/gallery';
import type { NetworkInfo } from '../../../shared/network';
import { galleryStore } from '../../state/gallery/gallery';
import { loadNetwork } from '../loadNetwork';
import { readyGallery } from './readyGallery';
import { type Augment, type OnStage, trainHead } from './trainHead';

interface Trained {
  readonly head: IdentityHead;
  /** Who was enrolled by which photos. */
  readonly enrolled: string;
}

/** The last head of each network, by the network's hash. */
const trained = new Map<string, Trained>();

/** The gallery as far as a head depends on it: names and photos. */
const enrolledIn = (people: Gallery) =>
  JSON.stringify(people.map(({ name, photos }) => [name, photos.map(({ id }) => id)]));

/**
 * The identity head of a network for the gallery as it is: the trained one, or a new one where the gallery has changed.
 * Null where the network has no embedding, or the gallery nobody.
 * @throws FoveaError; the signal's reason when aborted
 */
export async function headFor(signal: AbortSignal, network: string, onStage: OnStage): Promise<IdentityHead | null> {
  const { info } = await loadNetwork(signal, network);
  if (info.outputs.embedding === null) return null;
  await readyGallery(signal, onStage);
  const enrolled = enrolledIn(galleryStore.getState().people);
  const known = trained.get(info.hash);
  if (known?.enrolled === enrolled && known.head.network === network) return known.head;
  if (galleryStore.getState().people.length === 0) return null;
  return trainAnew(signal, info, onStage, 'none');
}

/** Trains a head for the gallery as it is, in the place of the one before. @throws FoveaError; the signal's reason */
export async function trainAnew(
  signal: AbortSignal,
  info: NetworkInfo,
  onStage: OnStage,
  augment: Augment,
): Promise<IdentityHead> {
  const enrolled = enrolledIn(galleryStore.getState().people);
  const head = await trainHead(signal, info, onStage, augment);
  trained.set(info.hash, { head, enrolled });
  return head;
}

/** Whether a head for the gallery as it is has been trained for this network. */
export function isTrained(hash: string): boolean {
  return trained.get(hash)?.enrolled === enrolledIn(galleryStore.getState().people);
}
