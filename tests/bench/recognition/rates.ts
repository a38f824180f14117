import type { NetworkFacts, Trial } from './trial';

/** What one threshold would cost, on the measured faces. */
export interface Rates {
  readonly distance: number;
  /** Of the pairs of two people's enrolled photos: how many lie within the distance. */
  readonly pairs: number;
  /** Of the faces in varied photos: how many lie within the distance of somebody else's enrolled photo. */
  readonly strangers: number;
  /** Of the faces in varied photos: how many lie beyond the distance of their own enrolled photo. */
  readonly rejected: number;
}

/** Cosine distances of all pairs of different people's enrolled photos, the nearest first, with their indices. */
export function nearestPairs({ distances }: NetworkFacts) {
  const people = Math.round(Math.sqrt(distances.length));
  const pairs = distances.map((distance, i) => ({ distance, first: Math.floor(i / people), second: i % people }));
  return pairs.filter(({ first, second }) => first < second).sort((a, b) => a.distance - b.distance);
}

/**
 * The threshold by a fixed rate of false matches: in the middle between the last pair of different people that may
 * match, and the next one. Distances of one person's photos have no say in it: those that are measured here are of one
 * photo, and far too small.
 * @param share of all pairs that may match at most
 */
export function thresholdAt(facts: NetworkFacts, share: number): number {
  const pairs = nearestPairs(facts);
  const allowed = Math.floor(share * pairs.length);
  const [last = 0, next] = [pairs[allowed - 1]?.distance, pairs[allowed]?.distance];
  if (next === undefined) throw new RangeError(`Every pair may match at a share of ${share}.`);
  return (last + next) / 2;
}

export function ratesAt(facts: NetworkFacts, trials: readonly Trial[], distance: number): Rates {
  const found = trials.filter(({ network, found }) => found && network === facts.network);
  const share = (count: number, all: number) => count / all;
  const pairs = nearestPairs(facts);
  return {
    distance,
    pairs: share(pairs.filter((pair) => pair.distance <= distance).length, pairs.length),
    strangers: share(found.filter(({ other }) => other <= distance).length, found.length),
    rejected: share(found.filter(({ own }) => own > distance).length, found.length),
  };
}
