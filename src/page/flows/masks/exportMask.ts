import { FoveaError } from '../../../shared/errors';
import { maskPicture } from '../../../shared/mask/maskPicture';
import { shownMask } from '../../state/mask';
import { pictureCanvas } from '../pictureCanvas';
import { saveFile } from '../saveFile';

/**
 * Saves the mask in view as a PNG of 512 × 512 pixels over the face square and half its side around it: black where the
 * face is hidden, transparent where it is open. What fills it is not saved. Rejects with a FoveaError when there is
 * none.
 */
export async function exportMask(): Promise<void> {
  const picture = maskPicture(shownMask());
  if (picture.rgba.every((value) => value === 0))
    throw new FoveaError('There is no mask to save yet.', 'Paint over the face, or place a ready-made mask.');
  saveFile(await pictureCanvas(picture).convertToBlob({ type: 'image/png' }), 'fovea-mask.png');
}
