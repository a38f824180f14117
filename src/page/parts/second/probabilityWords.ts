/**
 * Where two networks' probabilities come from, after “nor can their probabilities”.
 * @param heads of each network, whether its names come from an identity head; null while it has not answered
 */
export function probabilityWords(heads: readonly (boolean | null)[]): string {
  if (heads.includes(null)) return '';
  const trained = heads.filter((head) => head === true).length;
  if (trained === heads.length) return ', which come from two identity heads';
  return trained === 0
    ? ', which are those of their own classes'
    : ': one’s come from its identity head, the other’s are those of its own classes';
}
