import { readGalleryFile } from '../../intake/gallery/readGalleryFile';
import { editGallery, galleryStore } from '../../state/gallery/gallery';
import { countPhotos, mergeGalleries } from '../../state/gallery/galleryEdits';
import { notify } from '../../state/notices';
import { galleryLife } from './galleryLife';

/**
 * Adds the people of an exported gallery: photos of a name that is there go to that person, and photos that are there
 * are not added again. Resolves to the number of photos that came in.
 * @throws FoveaError when the file is no gallery or the gallery would be too full; nothing is changed then
 */
export async function importGallery(wanted: AbortSignal, file: Blob): Promise<number> {
  const signal = AbortSignal.any([wanted, galleryLife()]);
  const read = await readGalleryFile(signal, file);
  signal.throwIfAborted();
  const before = countPhotos(galleryStore.getState().people);
  editGallery((people) => mergeGalleries(people, read));
  const added = countPhotos(galleryStore.getState().people) - before;
  const imported = `Imported ${added} ${added === 1 ? 'photo' : 'photos'}.`;
  const message = added === 0 ? 'All photos of this gallery are here already.' : imported;
  notify({ severity: 'info', message });
  return added;
}
