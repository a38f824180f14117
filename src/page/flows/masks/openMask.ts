import { quoteName } from '../../intake/photo/fileName';
import type { PhotoFile } from '../../intake/photo/readPhoto';
import { facesStore } from '../../state/faces';
import { notify } from '../../state/notices';
import { importMask } from './importMask';
import { takeIn } from './intakeWork';

/** Shows a mask's file; a newer one takes the place of an older one that is still being read. Never rejects. */
export const openMask = (file: PhotoFile): Promise<void> => takeIn('file', (signal) => importMask(signal, file));

/** The same for a file that came in from anywhere: without a face, there is nothing to lay it on. Never rejects. */
export async function takeMask(file: PhotoFile): Promise<void> {
  if (facesStore.getState().choice !== null) return openMask(file);
  notify({
    severity: 'warning',
    message: `${quoteName(file)} is a mask, not a photo.`,
    remedy: 'Choose a photo of a face first, then drop the mask again.',
  });
}
