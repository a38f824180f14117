import type { MethodSettings } from '../../../../shared/explain';
import type { ShownExplanation } from '../../../state/explanation';
import type { MaskedExplanation } from '../../../state/maskResults';

type Compared = 'method' | 'settings' | 'layer' | 'target';

/**
 * Whether a map under a mask stands on one scale with the map without it: made the same way, of the same kind of score.
 */
export function canCompare(
  masked: Pick<MaskedExplanation, Compared>,
  shown: Pick<ShownExplanation, Compared>,
): boolean {
  const sameWay = masked.method === shown.method && masked.layer === shown.layer;
  return sameWay && masked.target.kind === shown.target.kind && sameSettings(masked.settings, shown.settings);
}

const sameSettings = (a: MethodSettings, b: MethodSettings): boolean =>
  (Object.keys(a) as (keyof MethodSettings)[]).every((name) => a[name] === b[name]);
