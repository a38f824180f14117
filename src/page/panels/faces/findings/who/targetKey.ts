import type { NetworkOutputs } from '../../../../../shared/network';
import type { ShownExplanation, TargetChoice } from '../../../../state/explanation';

/** A row's identity among all that can be explained. */
export function targetKey(choice: Exclude<TargetChoice, { kind: 'top' }>): string {
  switch (choice.kind) {
    case 'identity':
      return `identity|${choice.name}`;
    case 'class':
      return `class|${choice.output}|${choice.index}`;
    case 'similarity':
      return 'similarity';
  }
}

/** The row that a map explains; null where it has none. */
export function shownKey({ target, targetLabel }: ShownExplanation, outputs: NetworkOutputs): string | null {
  if (target.kind === 'similarity') return 'similarity';
  if (target.kind === 'identity') return targetKey({ kind: 'identity', name: target.head.names[target.index] ?? '' });
  const output = outputs.classes.find(({ layer, labels }) => layer === target.layer && labels.includes(targetLabel));
  if (output === undefined) return null;
  return targetKey({ kind: 'class', output: output.id, index: target.index });
}
