import { FoveaError } from '../../../shared/errors';
import { facesStore } from '../../state/faces';
import { editGallery } from '../../state/gallery/gallery';
import { addPerson } from '../../state/gallery/galleryEdits';
import { photoSignal } from '../faces/faceWork';
import { heldPhoto } from '../faces/heldPhoto';
import { recogniseChoice } from '../faces/recogniseChoice';
import { photoForGallery } from './photoForGallery';

/**
 * Adds the face on the bench to the gallery, as a new person or to the one of that name, and recognises it again.
 * @throws FoveaError when there is no face, or the name or the gallery does not allow it
 */
export async function enrolFace(name: string, group: string | null): Promise<void> {
  const { photo, choice } = facesStore.getState();
  const held = heldPhoto();
  if (photo === null || choice === null || held === null)
    throw new FoveaError('There is no face to add.', 'Drop a photo and choose a face first.');
  const signal = photoSignal();
  const from = choice.kind === 'face' ? (photo.faces[choice.index] ?? null) : choice.kind === 'box' ? choice.box : null;
  const kept = await photoForGallery(signal, held, from);
  editGallery((people) => addPerson(people, { id: `person-${kept.id}`, name, group, bundled: false, photos: [kept] }));
  signal.throwIfAborted();
  await recogniseChoice();
}
