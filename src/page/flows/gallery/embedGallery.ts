import { FoveaError } from '../../../shared/errors';
import type { Gallery, GalleryPhoto, PhotoEmbeddings } from '../../../shared/gallery';
import { editGallery, galleryStore } from '../../state/gallery/gallery';
import { setEmbeddings } from '../../state/gallery/galleryEdits';
import { networksStore } from '../../state/networks';
import { embedPhoto } from './embedPhoto';

/** Photos under way at a time: enough to keep the workers busy while the next one is decoded. */
const atOnce = 3;

export interface EmbeddedGallery {
  /** The gallery as it was at the end: each of its photos is embedded, or among `unusable`. */
  readonly people: Gallery;
  /** Photos that the network has no embedding of, by id, with the reason. */
  readonly unusable: ReadonlyMap<string, unknown>;
}

/**
 * Gives every photo of the gallery its embeddings by a network, as far as they are missing; people who are added
 * meanwhile get theirs, too. A photo that cannot be used does not keep the others waiting. What is done stays done when
 * aborted half-way.
 * @throws FoveaError when the network is lost; the signal's reason when aborted
 */
export async function embedGallery(
  signal: AbortSignal,
  network: string,
  hash: string,
  onProgress: (fraction: number) => void,
): Promise<EmbeddedGallery> {
  const unusable = new Map<string, unknown>();
  for (;;) {
    const { people } = galleryStore.getState();
    const missing = people
      .flatMap(({ photos }) => photos)
      .filter(({ id, embeddings }) => embeddings[hash] === undefined && !unusable.has(id));
    if (missing.length === 0) return { people, unusable };
    const found = new Map<string, PhotoEmbeddings>();
    try {
      await forEach(missing, async (photo) => {
        await embedOne(signal, network, photo, { found, unusable });
        onProgress((found.size + missing.filter(({ id }) => unusable.has(id)).length) / missing.length);
      });
    } finally {
      // One edit for all: each one is stored.
      if (found.size > 0) editGallery((now) => setEmbeddings(now, hash, found));
    }
  }
}

interface Ends {
  readonly found: Map<string, PhotoEmbeddings>;
  readonly unusable: Map<string, unknown>;
}

async function embedOne(signal: AbortSignal, network: string, photo: GalleryPhoto, ends: Ends): Promise<void> {
  try {
    const embeddings = await embedPhoto(signal, network, photo);
    if (!embeddings.values.every(Number.isFinite))
      throw new FoveaError('The network gave embeddings that are no numbers.', 'Choose another photo or network.');
    ends.found.set(photo.id, embeddings);
  } catch (error) {
    signal.throwIfAborted();
    // Without its network no photo can be embedded, whatever it is like.
    if (networksStore.getState().entries.get(network)?.loaded === null) throw error;
    ends.unusable.set(photo.id, error);
  }
}

/** Some at a time, in their order. */
async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
