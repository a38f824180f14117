import { FoveaError } from '../../../shared/errors';
import { type PhotoFile, readPhoto } from '../../intake/photo/readPhoto';
import { facesStore } from '../../state/faces';
import { galleryStore } from '../../state/gallery/gallery';
import { maskResultsStore } from '../../state/maskResults';
import { findFaces } from '../faces/findFaces';
import { heldPhoto } from '../faces/heldPhoto';
import { photoForGallery } from '../gallery/photoForGallery';
import { maskChanged } from './maskChanged';

/** Where the face comes from whose pixels fill what is hidden. */
export type OtherSource =
  /** Another face of the photo on the bench. */
  | { readonly kind: 'face'; readonly index: number }
  /** The first photo of a person of the gallery. */
  | { readonly kind: 'person'; readonly id: string }
  /** The largest face in a file. */
  | { readonly kind: 'file'; readonly file: PhotoFile };

/** What tells the sources of one photo apart; all files are one. */
export function otherKey(source: OtherSource): string {
  if (source.kind === 'face') return `face-${source.index}`;
  return source.kind === 'person' ? `person-${source.id}` : 'file';
}

/**
 * Chooses the face for the fill 'other', and fills with it.
 * @throws FoveaError when there is no face in it; the signal's reason
 */
export async function chooseOther(signal: AbortSignal, source: OtherSource): Promise<void> {
  const photoId = source.kind === 'face' ? (facesStore.getState().photo?.id ?? null) : null;
  const other = await otherFrom(signal, source);
  signal.throwIfAborted();
  maskResultsStore.setState({ other: { ...other, key: otherKey(source), photoId } });
  maskChanged({ ended: true, anew: true });
}

async function otherFrom(signal: AbortSignal, source: OtherSource) {
  switch (source.kind) {
    case 'face':
      return fromPhoto(signal, source.index);
    case 'person': {
      const person = galleryStore.getState().people.find(({ id }) => id === source.id);
      const photo = person?.photos[0];
      if (person === undefined || photo === undefined) throw noFace();
      return { name: person.name, photo };
    }
    case 'file':
      return fromFile(signal, source.file);
  }
}

async function fromPhoto(signal: AbortSignal, index: number) {
  const { photo } = facesStore.getState();
  const face = photo?.faces[index];
  const held = heldPhoto();
  if (photo === null || face === undefined || held === null) throw noFace();
  return { name: `face ${index + 1} of ${photo.name}`, photo: await photoForGallery(signal, held, face) };
}

async function fromFile(signal: AbortSignal, file: PhotoFile) {
  const photo = await readPhoto(signal, file);
  try {
    const [face] = await findFaces(signal, photo);
    if (face === undefined) throw noFace();
    return { name: photo.name, photo: await photoForGallery(signal, photo, face) };
  } finally {
    photo.close();
  }
}

const noFace = () => new FoveaError('There is no face to fill with.', 'Choose another photo or person.');
