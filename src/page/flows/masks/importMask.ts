import { FoveaError } from '../../../shared/errors';
import { strokeOfPicture } from '../../../shared/mask/maskPicture';
import { oddMaskWords } from '../../../shared/mask/oddMaskWords';
import { quoteName } from '../../intake/photo/fileName';
import { readMaskPicture } from '../../intake/photo/readMaskPicture';
import type { PhotoFile } from '../../intake/photo/readPhoto';
import { maskStore } from '../../state/mask';
import { notify } from '../../state/notices';
import { replaceMask } from './editMask';

/**
 * Takes a mask from a picture file in the place of the one in view, with the fill that is chosen; undo brings that
 * back. A notice tells where the picture is not what is saved as a mask, and how it was taken.
 * @throws FoveaError when the file cannot be read or hides nothing; the signal's reason
 */
export async function importMask(signal: AbortSignal, file: PhotoFile): Promise<void> {
  const { picture, size } = await readMaskPicture(signal, file);
  signal.throwIfAborted();
  const stroke = strokeOfPicture(picture, maskStore.getState().fill);
  if (stroke.shape.kind === 'cells' && stroke.shape.cells.every((cell) => cell === 0))
    throw new FoveaError(
      'This mask hides nothing.',
      'Make black what is to be hidden, and transparent what stays open.',
    );
  replaceMask([{ ...stroke, from: 'file' }]);
  const odd = oddMaskWords(picture, size);
  if (odd.length === 0) return;
  notify({
    severity: 'info',
    message: `${quoteName(file)} as a mask: ${odd.join('; ')}.`,
    remedy:
      'If it is not what you meant, undo it. A mask is a square PNG, black where it hides, transparent elsewhere.',
  });
}
