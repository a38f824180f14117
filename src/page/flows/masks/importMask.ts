import { FoveaError } from '../../../shared/errors';
import { strokeOfPicture } from '../../../shared/mask/maskPicture';
import { readMaskPicture } from '../../intake/photo/readMaskPicture';
import type { PhotoFile } from '../../intake/photo/readPhoto';
import { maskStore } from '../../state/mask';
import { replaceMask } from './editMask';

/**
 * Takes a mask from a picture file in the place of the one in view, with the fill that is chosen; undo brings that back.
 * @throws FoveaError when the file cannot be read or hides nothing; the signal's reason
 */
export async function importMask(signal: AbortSignal, file: PhotoFile): Promise<void> {
  const picture = await readMaskPicture(signal, file);
  signal.throwIfAborted();
  const stroke = strokeOfPicture(picture, maskStore.getState().fill);
  if (stroke.shape.kind === 'cells' && stroke.shape.cells.every((cell) => cell === 0))
    throw new FoveaError('This mask hides nothing.', 'Paint black, or leave open what is transparent.');
  replaceMask([{ ...stroke, from: 'file' }]);
}
