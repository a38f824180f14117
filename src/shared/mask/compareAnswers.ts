import type { Recognition, Score } from '../explain';
import { answersOf, rankedScores } from './answerOf';

/** One person or class before and under a mask. */
export interface ComparedAnswer {
  readonly index: number;
  readonly label: string;
  readonly before: PlacedScore;
  readonly after: PlacedScore;
  /** After minus before. */
  readonly logitChange: number;
}

export interface PlacedScore {
  readonly logit: number;
  readonly probability: number;
  /** From 1. */
  readonly rank: number;
}

/** Whoever is among the first `most` before or under the mask, in the order of the ranks before it. */
export function compareAnswers(before: Recognition, after: Recognition, most = 5): readonly ComparedAnswer[] {
  const [first, second] = [placed(answersOf(before)), placed(answersOf(after))];
  return [...first.values()].flatMap(({ score, place: was }) => {
    const now = second.get(score.index)?.place;
    if (now === undefined || Math.min(was.rank, now.rank) > most) return [];
    const logitChange = now.logit - was.logit;
    return [{ index: score.index, label: score.label, before: was, after: now, logitChange }];
  });
}

function placed(scores: readonly Score[]) {
  return new Map(
    rankedScores(scores).map((score, i) => {
      const place: PlacedScore = { logit: score.logit, probability: score.probability, rank: i + 1 };
      return [score.index, { score, place }];
    }),
  );
}
