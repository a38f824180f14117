import { methods } from '../methods';
import type { StudySettings } from '../people';

interface SourceInput {
  readonly settings: Pick<StudySettings, 'layer' | 'method'>;
  readonly networkName: string;
  /** 'trained': the person's own name, by a head of the training tables. */
  readonly target: 'identity' | 'class' | 'trained';
  /** The mask's name; null: none. The training tables have theirs in each row. */
  readonly mask: string | null;
  /** What values are in: 'share of the heat', 'raw, logits'. */
  readonly scale: string;
}

export const targetWords: Readonly<Record<SourceInput['target'], string>> = {
  identity: 'the most probable person of the gallery',
  class: 'the most probable class',
  trained: 'the own name, by each head',
};

/** What every table and picture says of itself: network, layer, method, target, mask, scale. */
export function sourceLine({ settings, networkName, target, mask, scale }: SourceInput): string {
  const method = methods.find(({ id }) => id === settings.method);
  return [
    networkName,
    ...(method?.layered === false ? [] : [settings.layer]),
    method?.title ?? settings.method,
    `target: ${targetWords[target]}${mask === null || target === 'trained' ? '' : ' without the mask'}`,
    ...(target === 'trained' ? [] : [mask === null ? 'no mask' : `mask: ${mask}`]),
    scale,
  ].join(' · ');
}
