import type { GalleryPhoto } from '../../../shared/gallery';
import { storedFace } from './storedFace';

/** The kept face of a photo as the gallery keeps faces, under the photo's id; null where it is not there any more. */
export async function keptPhoto(id: string): Promise<GalleryPhoto | null> {
  const face = await storedFace(id);
  if (face === null) return null;
  const { width, height, bytes, type, landmarks } = face;
  return { id, width, height, landmarks, picture: new Blob([bytes], { type }), embeddings: {} };
}
