import { FoveaError, toSentError } from '../../../shared/errors';
import type { GalleryPhoto } from '../../../shared/gallery';
import { photoFromBlobOrImageData } from '../../intake/photo/photoFromBlobOrImageData';
import { editGallery } from '../../state/gallery/gallery';
import { addPerson as addToGallery } from '../../state/gallery/galleryEdits';
import { findFaces } from '../faces/findFaces';
import { galleryLife } from './galleryLife';
import { photoForGallery } from './photoForGallery';

export interface Added {
  /** Photos that were added. */
  readonly added: number;
  readonly failures: readonly { readonly file: string; readonly message: string; readonly remedy: string }[];
}

export interface NewPerson {
  readonly name: string;
  readonly photos: readonly (Blob | ImageData)[];
  readonly group: string | null;
  /** `face`: the largest face of each photo; `none`: all of each photo; `auto`: a face, if there is one. */
  readonly crop: 'face' | 'none' | 'auto';
  /** Adds nothing when one of the photos cannot be used. */
  readonly whole?: boolean;
}

/**
 * Adds a person with some photos, or photos to a person who is there. Photos that cannot be used are told, the others
 * added.
 * @throws FoveaError when the name or the gallery does not allow it; the signal's reason when aborted
 */
export async function addPerson(wanted: AbortSignal, person: NewPerson): Promise<Added> {
  const signal = AbortSignal.any([wanted, galleryLife()]);
  const { name, photos, group, crop, whole = false } = person;
  const kept: GalleryPhoto[] = [];
  const failures: Added['failures'][number][] = [];
  for (const [i, file] of photos.entries()) {
    try {
      kept.push(await readOne(signal, file, crop));
    } catch (error) {
      signal.throwIfAborted();
      const { message, remedy } = toSentError(error);
      failures.push({ file: file instanceof File ? file.name : `photo ${i + 1}`, message, remedy });
    }
  }
  signal.throwIfAborted();
  if (whole && failures.length > 0) return { added: 0, failures };
  if (kept.length > 0) {
    const id = `person-${kept[0]?.id}`;
    editGallery((people) => addToGallery(people, { id, name, group, bundled: false, photos: kept }));
  }
  return { added: kept.length, failures };
}

async function readOne(signal: AbortSignal, file: Blob | ImageData, crop: NewPerson['crop']): Promise<GalleryPhoto> {
  const photo = await photoFromBlobOrImageData(signal, file);
  try {
    if (crop === 'none') return await photoForGallery(signal, photo, null);
    const [face] = await findFaces(signal, photo);
    if (face !== undefined || crop === 'auto') return await photoForGallery(signal, photo, face ?? null);
    throw new FoveaError(
      `No face was found in ${photo.name}.`,
      'Choose a photo that shows the face larger and from the front, or add it as it is.',
    );
  } finally {
    photo.close();
  }
}
