import { editGallery } from '../../state/gallery/gallery';
import * as edits from '../../state/gallery/galleryEdits';

/** Puts a person into a group, or with null into none. @throws FoveaError when the label is too long */
export function setGroup(id: string, group: string | null): void {
  editGallery((people) => edits.setGroup(people, id, group));
}
