import type { Recognition, Score } from '../explain';

/** Who or what a network names first. */
export interface Answer {
  /** Index of the person or class; −1: nobody, the face is farther from everybody than the head's threshold. */
  readonly index: number;
  /** Null where nobody is near enough. */
  readonly name: string | null;
  /** Of the first person or class, whether it is near enough or not. */
  readonly probability: number;
  /** That person or class. */
  readonly nearest: string;
}

/**
 * The first answer of a recognition: a person where there is a head, else the first output's class; null without
 * either.
 */
export function answerOf(recognition: Recognition): Answer | null {
  const scores = answersOf(recognition);
  const [first] = rankedScores(scores);
  if (first === undefined) return null;
  const { index, label, probability } = first;
  const nobody = recognition.identity?.unknown === true;
  return { index: nobody ? -1 : index, name: nobody ? null : label, probability, nearest: label };
}

/** Whether answers are people: else they are the classes of the network itself. */
export const namesPeople = ({ identity }: Recognition): boolean => identity !== null && identity.scores.length > 0;

/** Scores of people where there is a head, else of the first output's classes; in their own order. */
export function answersOf({ identity, outputs }: Recognition): readonly Score[] {
  if (identity !== null && identity.scores.length > 0) return identity.scores;
  return outputs[0]?.scores ?? [];
}

/** The largest logit first. */
export const rankedScores = (scores: readonly Score[]): readonly Score[] =>
  [...scores].sort((a, b) => b.logit - a.logit);
