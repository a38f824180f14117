import type { IdentityHead } from '../../../src/shared/explain';

/**
 * The head of a gallery in which one person is not: without their name, weights and enrolled photos. Whom it calls
 * unknown depends on the photos alone, and these are as they would be in a head trained without that person.
 */
export function withoutPerson(head: IdentityHead, person: number): IdentityHead {
  const dimensions = head.weights.length / head.names.length;
  const photos = head.owners.map((owner, row) => ({ owner, row })).filter(({ owner }) => owner !== person);
  return {
    ...head,
    names: head.names.filter((_, i) => i !== person),
    weights: head.weights.filter((_, i) => Math.floor(i / dimensions) !== person),
    bias: head.bias.filter((_, i) => i !== person),
    references: head.references.filter((_, i) => head.owners[Math.floor(i / dimensions)] !== person),
    owners: photos.map(({ owner }) => (owner > person ? owner - 1 : owner)),
  };
}
