import type { Answer } from '../../../../shared/mask/answerOf';
import type { HidingCheck, HidingState } from '../../../state/maskResults';
import { formatPercent } from '../../../ui/formatPercent';

/** 'Ada, 61.0 %'; whoever is nearest where that is not near enough. */
export const answerInWords = ({ name, nearest, probability }: Answer): string =>
  name === null
    ? `nobody near enough (nearest ${nearest}, ${formatPercent(probability)})`
    : `${name}, ${formatPercent(probability)}`;

/** What a found mask does to another network, which may not have known the face to begin with. */
export function checkInWords({ networkName, before, after, changed }: HidingCheck): string {
  const figures = `before: ${answerInWords(before)}; under the mask: ${answerInWords(after)}`;
  if (before.name === null) return `${networkName} did not know this face without the mask either (${figures}).`;
  return changed
    ? `${networkName} changes its answer, too (${figures}).`
    : `${networkName} is not misled: it keeps the name (${figures}).`;
}

/** Whether the search ended with a mask that, applied afresh, leaves the answer as it was. */
export const isRefuted = ({ before, afresh }: Pick<HidingState, 'before' | 'afresh'>): boolean =>
  afresh !== null && afresh.index === before.index;
