import { removeFromGallery } from '../../state/gallery/gallery';
import * as edits from '../../state/gallery/galleryEdits';
import type { Removal } from '../../state/gallery/removal';

/** Removes one photo, and with the last one the person; `undoRemoval` brings it back. */
export function removePhoto(id: string): Removal | null {
  return removeFromGallery((people) => edits.removePhoto(people, id));
}
