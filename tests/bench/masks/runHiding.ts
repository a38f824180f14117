import { galleryStore } from '../../../src/page/state/gallery/gallery';
import type { IdentityHead } from '../../../src/shared/explain';
import { faceNetworkIds, openFaces, trainFor } from '../recognition/openFaces';
import { countPieces } from './countPieces';
import { answerUnder, groundOf, searchMask } from './searchMask';

/** What the search has found for one face and network. */
export interface HiddenFace {
  readonly network: string;
  /** Index of the person whose face it is, and of whom the network names under the mask; −1: nobody is near enough. */
  readonly person: number;
  readonly named: number;
  /** Of the most probable person under the mask. */
  readonly probability: number;
  /** Share of the face's pixels that are hidden, 0..1. */
  readonly covered: number;
  readonly pieces: number;
  /** Inputs that the network has judged. */
  readonly tried: number;
  /** Whether the name changes when the page paints the mask afresh, and for the other network. */
  readonly changed: boolean;
  readonly otherNamed: number;
}

/**
 * Searches, for each enrolled face and network, a small black mask that changes the name; `tell` hears the share that
 * is done.
 */
export async function runHiding(tell: (fraction: number) => void): Promise<readonly HiddenFace[]> {
  const { signal } = new AbortController();
  await openFaces(signal);
  const heads: IdentityHead[] = [];
  for (const network of faceNetworkIds) heads.push(await trainFor(signal, network));
  const found: HiddenFace[] = [];
  const { people } = galleryStore.getState();
  for (const person of people.keys()) {
    const jobs = heads.map((head) => hide(signal, head, heads.find((one) => one !== head) ?? head, person));
    found.push(...(await Promise.all(jobs)));
    tell((person + 1) / people.length);
  }
  return found;
}

async function hide(signal: AbortSignal, head: IdentityHead, other: IdentityHead, person: number): Promise<HiddenFace> {
  const { network } = head;
  const ground = await groundOf(signal, network, person);
  const { end, mask } = await searchMask(signal, ground, head, 'black');
  const { index, probability } = await answerUnder(signal, ground, mask, head);
  const { index: otherNamed } = await answerUnder(signal, await groundOf(signal, other.network, person), mask, other);
  const pieces = countPieces(end.hidden, ground.input.width);
  const { covered, tried } = end;
  return { network, person, named: index, probability, covered, pieces, tried, changed: index !== person, otherNamed };
}
