import type { ShownExplanation } from './explanation';
import { networksStore } from './networks';

/** What a map explains, in words: 'Person 3', 'happy', '36 years'. */
export function targetWords({ network, target, targetLabel }: ShownExplanation): string {
  if (target.kind !== 'class') return targetLabel;
  const outputs = networksStore.getState().entries.get(network)?.loaded?.info.outputs.classes ?? [];
  const isAge = outputs.some(({ id, layer }) => id === 'age' && layer === target.layer);
  return isAge ? `${Number.parseFloat(targetLabel)} years` : targetLabel;
}
