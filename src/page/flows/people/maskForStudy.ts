import { FoveaError } from '../../../shared/errors';
import type { Mask } from '../../../shared/mask';
import { maskName, readyTitles } from '../../../shared/mask/maskName';
import type { ReadyMaskId } from '../../../shared/mask/readyMaskIds';
import { readyMask } from '../../../shared/mask/readyMasks';
import { maskStore } from '../../state/mask';
import { measureWithMask } from './measureWithMask';

/** A ready-made mask where the mean face has its features, filled as on the Masks bench. */
export function readyForStudy(id: ReadyMaskId): Mask {
  const { fill } = maskStore.getState();
  return readyMask({ id, grow: 0, dx: 0, dy: 0 }, null).map((shape) => ({ shape, erase: false, fill, from: id }));
}

/** Measures all photos of the study under a ready-made mask. Never rejects. */
export const measureWithReady = (id: ReadyMaskId): Promise<void> => measureWithMask(readyForStudy(id), readyTitles[id]);

/**
 * Measures all photos of the study under the mask of the Masks bench.
 * @throws FoveaError when nothing is painted there
 */
export async function measureWithPainted(): Promise<void> {
  const { strokes } = maskStore.getState();
  if (strokes.length === 0)
    throw new FoveaError(
      'Nothing is painted on the Masks bench.',
      'Paint a mask there first, or choose a ready-made one.',
    );
  await measureWithMask(strokes, maskName(strokes));
}
