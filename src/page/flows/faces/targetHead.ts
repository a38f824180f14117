import type { IdentityHead } from '../../../shared/explain';

/** Of one head always the same: targets are compared by their heads. */
const lean = new WeakMap<IdentityHead, IdentityHead>();

/**
 * What a target needs of a head: names, weights and biases. The references, only there for the distance to the nearest,
 * would be copied to the worker for every single map: a hundred megabytes for a full gallery. Nobody is recognised by
 * it.
 */
export function targetHead(head: IdentityHead): IdentityHead {
  const known = lean.get(head) ?? { ...head, references: new Float32Array(), owners: [] };
  lean.set(head, known);
  return known;
}
