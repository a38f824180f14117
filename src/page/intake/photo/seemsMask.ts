import { isMaskPicture } from '../../../shared/mask/maskPicture';
import { readMaskPicture } from './readMaskPicture';
import { inspectPhoto, type PhotoFile } from './readPhoto';

/** Whether a file is a mask as it is saved here, and no photo: black on transparent. What cannot be read is none. */
export async function seemsMask(signal: AbortSignal, file: PhotoFile): Promise<boolean> {
  try {
    const { header } = await inspectPhoto(signal, file, 'mask');
    if (!header.mayBeTransparent) return false;
    const { picture } = await readMaskPicture(signal, file);
    return isMaskPicture(picture);
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
