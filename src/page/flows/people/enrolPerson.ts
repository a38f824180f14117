import { FoveaError } from '../../../shared/errors';
import { editGallery, galleryStore } from '../../state/gallery/gallery';
import { addPerson, findByName } from '../../state/gallery/galleryEdits';
import type { Enrolling } from '../../state/peopleView';
import { openGallery } from '../gallery/openGallery';
import { assign } from './assign';
import { keptPhoto } from './keptPhoto';

interface Enrolment {
  readonly name: string;
  readonly group: string | null;
  /** All photos of the person that are measured; and how many of them, from the first, the gallery gets. */
  readonly ids: Enrolling['ids'];
  readonly photos: number;
}

/**
 * Adds a person of the study to the gallery, by the faces that the study keeps, and says of all the photos that they are of
 * that person. Figures stay as they are until something is measured.
 * @returns photos that were added
 * @throws FoveaError when no face is there any more, or the name or the gallery does not allow it
 */
export async function enrolPerson({ name, group, ids, photos: most }: Enrolment): Promise<number> {
  await openGallery();
  const found = await Promise.all(ids.slice(0, most).map(keptPhoto));
  const photos = found.filter((photo) => photo !== null);
  const [first] = photos;
  if (first === undefined)
    throw new FoveaError(
      'The faces of these photos are not on this device any more.',
      'Add the person on the Faces bench, by the photos themselves.',
    );
  editGallery((people) => addPerson(people, { id: `person-${first.id}`, name, group, bundled: false, photos }));
  // As the gallery writes it.
  const person = findByName(galleryStore.getState().people, name)?.name ?? name;
  await assign(new Map(ids.map((id) => [id, { person }])));
  return photos.length;
}
