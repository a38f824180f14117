import type { Score } from '../../../../../shared/explain';

export interface AgeFacts {
  /** Σ p·years. */
  readonly expected: number;
  /** The 10th and the 90th percentile of the distribution, in years: between them lie 80 %. */
  readonly low: number;
  readonly high: number;
}

/** What an output over years says; a label is its year ('37', '37 years'), else its place. Probabilities sum to 1. */
export function ageFacts(scores: readonly Score[]): AgeFacts {
  const years = scores.map(yearOf);
  const sorted = scores
    .map(({ probability }, i) => ({ probability, year: years[i] ?? 0 }))
    .sort((a, b) => a.year - b.year);
  return {
    expected: sorted.reduce((sum, { probability, year }) => sum + probability * year, 0),
    low: percentile(sorted, 0.1),
    high: percentile(sorted, 0.9),
  };
}

function yearOf({ label, index }: Score): number {
  const year = Number.parseFloat(label);
  return Number.isFinite(year) ? year : index;
}

/** The first year at which the summed probability reaches `share`. */
function percentile(sorted: readonly { probability: number; year: number }[], share: number): number {
  let sum = 0;
  for (const { probability, year } of sorted) {
    sum += probability;
    // Ten tenths are a little less than one.
    if (sum >= share - 1e-9) return year;
  }
  return sorted.at(-1)?.year ?? Number.NaN;
}
