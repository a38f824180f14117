import { storedGallery } from '../../engine/gallery/storedGallery';
import { galleryStore } from '../../state/gallery/gallery';
import { keepGallery, stopKeepingGallery } from './keepGallery';

/**
 * Deletes the gallery from memory and from this device, with no way back. The next start is as the first one.
 * @throws FoveaError when the device does not let go of it
 */
export async function forgetGallery(): Promise<void> {
  await stopKeepingGallery();
  galleryStore.setState({ people: [], removed: null });
  try {
    await storedGallery.clear();
  } finally {
    keepGallery();
  }
}
