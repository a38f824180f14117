import type { GalleryPhoto, PhotoEmbeddings } from '../../../shared/gallery';
import { editGallery, galleryStore } from '../../state/gallery/gallery';
import { setEmbeddings } from '../../state/gallery/galleryEdits';
import { embedPhoto } from './embedPhoto';

/** Photos under way at a time: enough to keep the workers busy while the next one is decoded. */
const atOnce = 3;

/**
 * Gives every photo of the gallery its embeddings by a network, as far as they are missing. What is done stays done when
 * aborted half-way.
 * @throws FoveaError when a photo cannot be read; the signal's reason when aborted
 */
export async function embedGallery(
  signal: AbortSignal,
  network: string,
  hash: string,
  onProgress: (fraction: number) => void,
): Promise<void> {
  const missing = galleryStore
    .getState()
    .people.flatMap(({ photos }) => photos)
    .filter(({ embeddings }) => embeddings[hash] === undefined);
  let done = 0;
  const waiting = [...missing];
  const found = new Map<string, PhotoEmbeddings>();
  const work = async () => {
    for (let photo: GalleryPhoto | undefined = waiting.shift(); photo !== undefined; photo = waiting.shift()) {
      found.set(photo.id, await embedPhoto(signal, network, photo));
      done += 1;
      onProgress(done / missing.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    // One edit for all: each one is stored.
    if (found.size > 0) editGallery((people) => setEmbeddings(people, hash, found));
  }
}
