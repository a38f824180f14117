import type { IdentityHead } from '../../../shared/explain';
import type { Gallery } from '../../../shared/gallery';
import type { NetworkInfo } from '../../../shared/network';
import { abortable } from '../../engine/abortable';
import { galleryStore } from '../../state/gallery/gallery';
import { loadNetwork } from '../loadNetwork';
import { SupersededError } from '../shownPage';
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

/** A training under way, which whoever wants the same head waits for. */
interface Training {
  readonly enrolled: string;
  readonly augment: Augment;
  readonly controller: AbortController;
  readonly listeners: Set<OnStage>;
  readonly head: Promise<IdentityHead>;
}

/** By the network's hash. */
const running = new Map<string, Training>();

/**
 * Trains a head for the gallery as it is, in the place of the one before. It goes on when the caller's signal aborts: the
 * next face will want it, too. A training for a gallery that has changed meanwhile is ended by the newer one.
 * @throws FoveaError; the signal's reason
 */
export async function trainAnew(
  signal: AbortSignal,
  info: NetworkInfo,
  onStage: OnStage,
  augment: Augment,
): Promise<IdentityHead> {
  const enrolled = enrolledIn(galleryStore.getState().people);
  let training = running.get(info.hash);
  if (training === undefined || training.enrolled !== enrolled || training.augment !== augment) {
    training?.controller.abort(new SupersededError());
    training = start(info, enrolled, augment);
    running.set(info.hash, training);
  }
  const { listeners, head } = training;
  listeners.add(onStage);
  try {
    return await abortable(signal, head);
  } catch (error) {
    // The gallery has changed meanwhile: whoever still waits wants the head for the newer one.
    if (signal.aborted || !(error instanceof SupersededError)) throw error;
  } finally {
    listeners.delete(onStage);
  }
  return trainAnew(signal, info, onStage, augment);
}

function start(info: NetworkInfo, enrolled: string, augment: Augment): Training {
  const controller = new AbortController();
  const listeners = new Set<OnStage>();
  const tell: OnStage = (words, fraction) => {
    for (const listener of listeners) listener(words, fraction);
  };
  const head = trainHead(controller.signal, info, tell, augment);
  const training = { enrolled, augment, controller, listeners, head };
  const forget = () => running.get(info.hash) === training && running.delete(info.hash);
  head.then(
    (made) => {
      if (!controller.signal.aborted) trained.set(info.hash, { head: made, enrolled });
      forget();
    },
    // Whoever waits for it hears of it.
    forget,
  );
  return training;
}

/** Whether a head for the gallery as it is has been trained for this network. */
export function isTrained(hash: string): boolean {
  return trained.get(hash)?.enrolled === enrolledIn(galleryStore.getState().people);
}
