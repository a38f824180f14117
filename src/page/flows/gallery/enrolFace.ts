import { FoveaError } from '../../../shared/errors';
import type { GalleryPhoto } from '../../../shared/gallery';
import type { Photo } from '../../intake/photo/photo';
import { type FaceChoice, facesStore, type ShownPhoto } from '../../state/faces';
import { editGallery } from '../../state/gallery/gallery';
import { addPerson } from '../../state/gallery/galleryEdits';
import { heldPhoto } from '../faces/heldPhoto';
import { recogniseChoice } from '../faces/recogniseChoice';
import { galleryLife } from './galleryLife';
import { photoForGallery } from './photoForGallery';

/**
 * Adds the face on the bench to the gallery, as a new person or to the one of that name, and recognises what is on the
 * bench then. Who looks at another face meanwhile still has this one added.
 * @throws FoveaError when there is no face, its photo is replaced too early, or the name or the gallery does not allow
 *   it
 */
export async function enrolFace(name: string, group: string | null): Promise<void> {
  const { photo, choice } = facesStore.getState();
  const held = heldPhoto();
  if (photo === null || choice === null || held === null)
    throw new FoveaError('There is no face to add.', 'Drop a photo and choose a face first.');
  const signal = galleryLife();
  const kept = await keep(signal, held, photo, choice);
  signal.throwIfAborted();
  editGallery((people) => addPerson(people, { id: `person-${kept.id}`, name, group, bundled: false, photos: [kept] }));
  await recogniseChoice();
}

async function keep(
  signal: AbortSignal,
  held: Photo,
  { faces }: ShownPhoto,
  choice: FaceChoice,
): Promise<GalleryPhoto> {
  const from = choice.kind === 'face' ? (faces[choice.index] ?? null) : choice.kind === 'box' ? choice.box : null;
  try {
    return await photoForGallery(signal, held, from);
  } catch (cause) {
    // The newer photo has freed this one's pixels.
    if (signal.aborted || heldPhoto() === held) throw cause;
    throw new FoveaError('Another photo came before this face was kept.', 'Show it again, and add the face.', {
      cause,
    });
  }
}
