import { type OfferedRemoval, removeFromGallery } from '../../state/gallery/gallery';
import * as edits from '../../state/gallery/galleryEdits';

/** Removes a person; `undoRemoval` brings them back. */
export function removePerson(id: string): OfferedRemoval | null {
  return removeFromGallery((people) => edits.removePerson(people, id));
}
