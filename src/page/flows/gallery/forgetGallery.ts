import { storedGallery } from '../../engine/gallery/storedGallery';
import { galleryStore } from '../../state/gallery/gallery';
import { forgetAnswers } from '../faces/forgetAnswers';
import { recogniseChoice } from '../faces/recogniseChoice';
import { endGalleryLife } from './galleryLife';
import { keepGallery, stopKeepingGallery } from './keepGallery';
import { forgetHeads } from './trainings';

/**
 * Deletes the gallery from memory and from this device, with no way back: photos, names, embeddings, the heads that
 * were trained on them, and what was said by them. The next start is as the first one.
 * @throws FoveaError when the device does not let go of it
 */
export async function forgetGallery(): Promise<void> {
  endGalleryLife();
  await stopKeepingGallery();
  galleryStore.setState({ people: [], removals: [] });
  forgetHeads();
  await forgetAnswers();
  try {
    await storedGallery.clear();
  } finally {
    keepGallery();
  }
  // The face in view gets the answer that is left: that of the network's own classes.
  void recogniseChoice();
}
