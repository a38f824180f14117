import { type OfferedRemoval, removeFromGallery } from '../../state/gallery/gallery';
import * as edits from '../../state/gallery/galleryEdits';

/** Removes one photo, and with the last one the person; `undoRemoval` brings it back. */
export function removePhoto(id: string): OfferedRemoval | null {
  return removeFromGallery((people) => edits.removePhoto(people, id));
}
