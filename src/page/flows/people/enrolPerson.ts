import { FoveaError } from '../../../shared/errors';
import type { Gallery } from '../../../shared/gallery';
import { editGallery, galleryStore } from '../../state/gallery/gallery';
import { addPerson, countPhotos, findByName } from '../../state/gallery/galleryEdits';
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
 * Adds a person of the study to the gallery, by the faces that the study keeps, and says of all the photos that they
 * are of that person. Figures stay as they are until something is measured.
 * @returns photos that the gallery has more than before
 * @throws FoveaError when no face is there any more, the gallery has all of these photos, or it or the name does not
 * allow it; then nobody is named
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
  let added = 0;
  editGallery((people) => {
    const next = addPerson(people, { id: `person-${first.id}`, name, group, bundled: false, photos });
    added = countPhotos(next) - countPhotos(people);
    if (added === 0) throw knownAlready(people, first.id, photos.length);
    return next;
  });
  // As the gallery writes it.
  const person = findByName(galleryStore.getState().people, name)?.name ?? name;
  await assign(new Map(ids.map((id) => [id, { person }])));
  return added;
}

/** The gallery has a photo once, whoever it is of there. */
function knownAlready(people: Gallery, photo: string, photos: number): FoveaError {
  const owner = people.find((person) => person.photos.some(({ id }) => id === photo))?.name ?? 'somebody';
  return new FoveaError(
    photos === 1
      ? `The gallery has this photo already, of ${owner}.`
      : `The gallery has these photos already, of ${owner}.`,
    `Name the photos ${owner}, or remove ${owner} from the gallery first.`,
  );
}
