import type { Recognition } from '../../../../shared/explain';
import { type Answer, answerOf, answersOf, rankedScores } from '../../../../shared/mask/answerOf';
import { compareAnswers } from '../../../../shared/mask/compareAnswers';
import { formatPercent } from '../../../ui/formatPercent';

/** 'still first', 'now second', 'now place 7'. */
function placeWords(rank: number): string {
  if (rank === 1) return 'still first';
  return rank === 2 ? 'now second' : rank === 3 ? 'now third' : `now place ${rank}`;
}

/** Who it is, in one line: without a mask, or what the mask has changed. */
export function headline(before: Recognition, after: Recognition | null): string {
  const was = answerOf(before);
  if (was === null) return 'This network names nobody';
  const now = after === null ? null : answerOf(after);
  if (after === null || now === null) return withoutMask(was);
  const first = compareAnswers(before, after, 1).find(({ before: { rank } }) => rank === 1);
  if (first === undefined) return withoutMask(was);
  const change = `${first.label}: ${formatPercent(first.before.probability)} → ${formatPercent(first.after.probability)}`;
  const place = placeWords(first.after.rank);
  if (now.index === -1) {
    return was.index === -1
      ? `Nobody is near enough, as before. ${change}, ${place}`
      : `Nobody is near enough now. ${change}, ${place} of the nearest`;
  }
  if (now.index === was.index) return `${change}, ${place}`;
  return `Now ${now.nearest}, ${formatPercent(now.probability)}. ${change}, ${place}`;
}

const withoutMask = ({ index, nearest, probability }: Answer): string =>
  index === -1
    ? `Nobody is near enough. Nearest: ${nearest}, ${formatPercent(probability)}`
    : `${nearest}: ${formatPercent(probability)}`;

/** What the first under the mask is called where that is somebody else than before; null where it is not. */
export function newNameWords(before: Recognition, after: Recognition): string | null {
  const [was, now] = [before, after].map((recognition) => rankedScores(answersOf(recognition))[0]?.index);
  if (was === now) return null;
  return answerOf(after)?.name === null ? 'The nearest now' : 'The new name';
}

/** Whether the network names somebody else, or nobody, or somebody where it named nobody. */
export function isChanged(before: Recognition, after: Recognition | null): boolean {
  if (after === null) return false;
  return answerOf(before)?.index !== answerOf(after)?.index;
}
