/** The heads that are trained, and the trainings under way. */
import type { IdentityHead } from '../../../shared/explain';
import type { Gallery } from '../../../shared/gallery';
import type { NetworkInfo } from '../../../shared/network';
import { abortable } from '../../engine/abortable';
import { galleryStore } from '../../state/gallery/gallery';
import { SupersededError } from '../shownPage';
import { type Augment, type OnStage, type TrainedHead, trainHead } from './trainHead';

export interface Wish {
  readonly info: NetworkInfo;
  readonly augment: Augment;
  /** Somebody asked for this training; otherwise a face needs any head, and the next face will need it, too. */
  readonly asked: boolean;
}

interface Training extends Pick<Wish, 'info' | 'augment'> {
  readonly enrolled: string;
  readonly controller: AbortController;
  readonly listeners: Map<symbol, OnStage>;
  readonly made: Promise<TrainedHead>;
  /** Goes on when nobody waits for it any more. */
  stays: boolean;
  /** The number of the last one who asked for it; 0 where nobody did. */
  asked: number;
}

interface Kept {
  readonly head: IdentityHead;
  readonly enrolled: string;
  readonly asked: number;
}

/** The last head of each network, by the network's hash. */
const trained = new Map<string, Kept>();
/** The last of them that no masked copies of photos went into: studies compare by these, whatever was trained since. */
const plain = new Map<string, Kept>();
const running = new Set<Training>();
let asks = 0;

/** The gallery as far as a head depends on it: names and photos. */
export const enrolledIn = (people: Gallery): string =>
  JSON.stringify(people.map(({ name, photos }) => [name, photos.map(({ id }) => id)]));

const enrolledNow = () => enrolledIn(galleryStore.getState().people);

/**
 * The head of a network, by its hash, if it was trained on the gallery as it is.
 * @param which the last one of whatever training, or the last plain one
 */
export function knownHead(hash: string, which: 'last' | 'plain' = 'last'): IdentityHead | null {
  const kept = (which === 'plain' ? plain : trained).get(hash);
  return kept?.enrolled === enrolledNow() ? kept.head : null;
}

/**
 * Waits for the training that is under way for this, or begins it; those of the network for an older gallery end.
 * @throws SupersededError when the gallery has changed meanwhile; FoveaError; the signal's reason
 */
export async function waitForHead(signal: AbortSignal, wish: Wish, onStage: OnStage): Promise<TrainedHead> {
  signal.throwIfAborted();
  const training = trainingFor(wish);
  if (wish.asked) {
    asks += 1;
    training.asked = asks;
  } else training.stays = true;
  const me = Symbol();
  training.listeners.set(me, onStage);
  try {
    return await abortable(signal, training.made);
  } finally {
    training.listeners.delete(me);
    if (training.listeners.size === 0 && !training.stays) end(training);
  }
}

/** Ends all trainings and forgets all heads: names and embeddings of people are in them. */
export function forgetHeads(): void {
  for (const training of running) end(training);
  trained.clear();
  plain.clear();
}

function trainingFor({ info, augment }: Wish): Training {
  const enrolled = enrolledNow();
  const ofNetwork = [...running].filter((training) => training.info.hash === info.hash);
  for (const training of ofNetwork) if (training.enrolled !== enrolled) end(training);
  // Plain and masked heads are different wishes: neither ends the other's training.
  const isSame = (one: Training) => one.enrolled === enrolled && one.augment === augment && one.info.id === info.id;
  return ofNetwork.find(isSame) ?? begin(info, enrolled, augment);
}

function begin(info: NetworkInfo, enrolled: string, augment: Augment): Training {
  const controller = new AbortController();
  const listeners = new Map<symbol, OnStage>();
  const tell: OnStage = (words, fraction) => {
    for (const listener of listeners.values()) listener(words, fraction);
  };
  const made = trainHead(controller.signal, info, tell, augment);
  const training: Training = { info, enrolled, augment, controller, listeners, made, stays: false, asked: 0 };
  running.add(training);
  made.then(
    ({ head, people }) => {
      if (!running.delete(training)) return;
      const kept = { head, enrolled: enrolledIn(people), asked: training.asked };
      keep(info.hash, kept);
      if (augment === 'none') plain.set(info.hash, kept);
    },
    // Whoever waits for it hears of it.
    () => running.delete(training),
  );
  return training;
}

/** For one gallery, the head that was asked for last stays, whichever was ready first. */
function keep(hash: string, made: Kept): void {
  const before = trained.get(hash);
  const isSame = before?.enrolled === made.enrolled && before.head.network === made.head.network;
  if (isSame && before.asked > made.asked) return;
  trained.set(hash, made);
}

function end(training: Training): void {
  running.delete(training);
  training.controller.abort(new SupersededError());
}
