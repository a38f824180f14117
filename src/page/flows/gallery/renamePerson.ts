import { editGallery } from '../../state/gallery/gallery';
import * as edits from '../../state/gallery/galleryEdits';

/** Gives a person another name. @throws FoveaError when it is empty, too long or another person's */
export function renamePerson(id: string, name: string): void {
  editGallery((people) => edits.renamePerson(people, id, name));
}
