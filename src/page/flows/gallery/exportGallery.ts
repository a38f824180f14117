import { FoveaError } from '../../../shared/errors';
import { writeGalleryFile } from '../../intake/gallery/writeGalleryFile';
import { galleryStore } from '../../state/gallery/gallery';
import { saveFile } from '../saveFile';

/** Saves all people with their photos as one file. @throws FoveaError when there is nobody; the signal's reason */
export async function exportGallery(signal: AbortSignal): Promise<void> {
  const { people } = galleryStore.getState();
  if (people.length === 0) throw new FoveaError('The gallery is empty.', 'Add somebody first.');
  saveFile(await writeGalleryFile(signal, people), 'fovea-gallery.jsonl');
}
