import type { IdentityHead } from '../../../../shared/explain';
import { identityLogits } from '../../target/identityTarget';
import { nearestReference } from '../../target/nearestReference';
import { softmax } from '../../target/probabilities';

/** What a head says of one embedding, and how far that is from another answer than the one looked away from. */
export interface Verdict {
  /** The most probable person; −1 where the nearest enrolled photo is farther than the head's threshold. */
  readonly index: number;
  /** Of the most probable person, also where the face is unknown. */
  readonly probability: number;
  /**
   * In units of a logit, the smaller of the lead over the best other person and the head's scale × (threshold −
   * distance to the nearest enrolled photo). Below 0 the answer is another.
   */
  readonly margin: number;
  /** Whether somebody else is named, or nobody. */
  readonly changed: boolean;
}

/** @param named index of the person whose name is to change */
export function verdictOf(head: IdentityHead, named: number, embedding: Float32Array): Verdict {
  const logits = identityLogits(head, embedding);
  let [first, other] = [0, Number.NEGATIVE_INFINITY];
  for (const [index, logit] of logits.entries()) {
    if (logit > (logits[first] ?? 0)) first = index;
    if (index !== named) other = Math.max(other, logit);
  }
  const { distance } = nearestReference(head, embedding);
  const index = distance > head.unknownDistance ? -1 : first;
  const lead = (logits[named] ?? 0) - other;
  return {
    index,
    probability: softmax(logits)[first] ?? Number.NaN,
    margin: Math.min(lead, head.scale * (head.unknownDistance - distance)),
    changed: index !== named,
  };
}
