import { removeFromGallery } from '../../state/gallery/gallery';
import * as edits from '../../state/gallery/galleryEdits';
import type { Removal } from '../../state/gallery/removal';

/** Removes a person; `undoRemoval` brings them back. */
export function removePerson(id: string): Removal | null {
  return removeFromGallery((people) => edits.removePerson(people, id));
}
