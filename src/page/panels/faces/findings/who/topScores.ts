import type { Score } from '../../../../../shared/explain';

/** The most probable first; equal ones in their own order. */
export const topScores = (scores: readonly Score[], count: number): readonly Score[] =>
  [...scores].sort((a, b) => b.logit - a.logit || a.index - b.index).slice(0, count);
