import type { Picture } from '../../../../shared/ascent';
import type { AttributionMap } from '../../../../shared/explain';
import { mapRange, type Range } from '../../../paint/mapRange';
import type { ShownExplanation } from '../../../state/explanation';
import type { MaskedExplanation } from '../../../state/maskResults';
import { useShownHere } from '../../../ui/useShownHere';
import { canCompare } from './canCompare';
import { useExplained } from './useMasked';

export interface ShownMap {
  readonly picture: Picture;
  readonly map: AttributionMap;
}

export interface Maps {
  readonly before: ShownMap;
  readonly after: ShownMap | null;
  /** One for both. */
  readonly range: Range;
  readonly shown: ShownExplanation;
  readonly explained: MaskedExplanation | null;
}

/** The map without the mask and the one under it, on one scale; null while there is none. */
export function useMaps(): Maps | null {
  const shown = useShownHere();
  const explained = useExplained();
  if (shown === null) return null;
  // One of them may be older than the last change of method, layer or target.
  const fits = explained !== null && canCompare(explained, shown);
  const maps = fits ? [shown.map, explained.map] : [shown.map];
  return {
    before: { picture: shown.input, map: shown.map },
    after: fits ? { picture: explained.masked.input, map: explained.map } : null,
    range: mapRange(maps),
    shown,
    explained: fits ? explained : null,
  };
}
