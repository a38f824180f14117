export interface Threshold {
  /** Distances up to this one count as the same person. */
  readonly distance: number;
  /** Share of the pairs of different people that are taken for the same. */
  readonly falseMatch: number;
  /** Share of the pairs of one person that are taken for different ones. */
  readonly falseReject: number;
}

/**
 * The threshold with the smallest sum of false matches and false rejects on measured distances (Youden's criterion),
 * in the middle of the widest gap between distances where several do equally well.
 * @throws RangeError when one of the two lists is empty
 */
export function thresholdFrom(same: readonly number[], different: readonly number[]): Threshold {
  if (same.length === 0 || different.length === 0) throw new RangeError('Distances of both kinds are needed.');
  const distances = [...new Set([...same, ...different])].sort((a, b) => a - b);
  const [kept, matched] = [sharesUpTo(same, distances), sharesUpTo(different, distances)];
  const candidates = distances.map((distance, index) => {
    const gap = (distances[index + 1] ?? distance) - distance;
    const falseMatch = matched[index] as number;
    const falseReject = 1 - (kept[index] as number);
    return { distance: distance + gap / 2, falseMatch, falseReject, errors: falseMatch + falseReject, gap };
  });
  const fewest = candidates.reduce((least, { errors }) => Math.min(least, errors), Infinity);
  const equals = candidates.filter(({ errors }) => errors < fewest + 1e-12);
  const { distance, falseMatch, falseReject } = equals.reduce((a, b) => (b.gap > a.gap ? b : a));
  return { distance, falseMatch, falseReject };
}

/** For each limit, which rise, the share of the values that are at most that. */
function sharesUpTo(values: readonly number[], limits: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  let count = 0;
  return limits.map((limit) => {
    while (count < sorted.length && (sorted[count] as number) <= limit) count += 1;
    return count / sorted.length;
  });
}
