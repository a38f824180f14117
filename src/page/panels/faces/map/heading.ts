import type { Recognition } from '../../../../shared/explain';
import type { ShownExplanation } from '../../../state/explanation';

/** What the map explains. Of an unknown face nobody's name is the answer: the heading says so. */
export function heading(shown: ShownExplanation | null, recognition: Recognition | null): string {
  if (shown === null) return 'The face';
  const label = shown.targetLabel;
  const { target } = shown;
  const identity = recognition?.identity ?? null;
  if (target.kind !== 'identity' || identity?.unknown !== true) return `What speaks for ${label}`;
  const [first] = [...identity.scores].sort((a, b) => b.probability - a.probability);
  return first?.index === target.index
    ? `Unlike everybody · nearest by probability: ${label}`
    : `Unlike everybody · what would speak for ${label}`;
}
