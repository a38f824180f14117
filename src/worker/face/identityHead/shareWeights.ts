/**
 * One weight an embedding, so that everybody counts the same however many photos there are of them: 1 / (people × the
 * person's embeddings). They add up to 1.
 */
export function shareWeights(owners: readonly number[], people: number): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(people);
  for (const owner of owners) counts[owner] = (counts[owner] as number) + 1;
  return Float64Array.from(owners, (owner) => 1 / (people * (counts[owner] as number)));
}
