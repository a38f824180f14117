import type { Picture } from '../../../../shared/ascent';
import { facesStore } from '../../../state/faces';
import { type Measurement, maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';

/** The face in view without a mask; null while there is none that is recognised. */
export function useFaceInput(): Picture | null {
  return useStore(facesStore, ({ crop, recognition }) => (recognition === null ? null : (crop?.input ?? null)));
}

/** Since when a measurement runs, in milliseconds of `performance.now`; null while it does not. */
export const useBegun = (kind: Measurement): number | null =>
  useStore(maskResultsStore, ({ running }) => running.get(kind) ?? null);

export const useRunning = (kind: Measurement): boolean => useBegun(kind) !== null;
