/** What the measurement finds out, as the page and the driver speak of it. */

/** One face, in one varied photo, asked of one network. */
export interface Trial {
  readonly network: string;
  readonly variant: string;
  /** Index of the person whose face it is. */
  readonly person: number;
  /** Whether the detector has found the face again; if not, nothing below was measured. */
  readonly found: boolean;
  /** How many people are more probable than the right one. */
  readonly rank: number;
  /** Of the right one, 0..1. */
  readonly probability: number;
  /** Whether the network calls the face unknown, as it does for the user. */
  readonly unknown: boolean;
  /** The same, once this person is not in the head any more: false is a false match. */
  readonly unknownWithout: boolean;
  /** Cosine distance to the person's own enrolled photo. */
  readonly own: number;
  /**
   * Cosine distance to the nearest enrolled photo of somebody else: the nearest of all, were this person not enrolled.
   */
  readonly other: number;
  /** Whose that is. */
  readonly otherPerson: number;
}

export interface NetworkFacts {
  readonly network: string;
  /** Cosine distance of every two enrolled photos [people, people], row by row. */
  readonly distances: readonly number[];
  /**
   * Length of each enrolled photo's embedding, before it is made 1: turns a published Euclidean threshold into ours.
   */
  readonly lengths: readonly number[];
  /** The threshold in use; null where there is none. */
  readonly unknownDistance: number | null;
}

export interface Measured {
  /** Which sample photo each person comes from, counted from 0. */
  readonly photoOf: readonly number[];
  readonly networks: readonly NetworkFacts[];
  readonly trials: readonly Trial[];
}
