import { enrolmentCopies } from '../../../shared/enrolmentCopies';
import { type GalleryPhoto, type PhotoEmbeddings, photoChoice } from '../../../shared/gallery';
import { engine } from '../../engine/instance';
import { readPhoto } from '../../intake/photo/readPhoto';
import { reducePhoto } from '../../intake/photo/reducePhoto';

/** Gallery work gives way to the face that the user waits for. */
const priority = 5;

/**
 * What a network says of a photo of the gallery, as it is and under the copies that it is enrolled with.
 * @throws FoveaError when the picture cannot be read; the signal's reason when aborted
 */
export async function embedPhoto(signal: AbortSignal, network: string, kept: GalleryPhoto): Promise<PhotoEmbeddings> {
  const photo = await readPhoto(signal, kept.picture);
  try {
    const picture = [photo.width, photo.height] as const;
    const place = await engine().run(signal, 'place', { network, choice: photoChoice(kept), picture }, { priority });
    const { picture: part } = await reducePhoto(signal, photo, Math.max(photo.width, photo.height));
    const crops = await Promise.all(
      enrolmentCopies(place).map((copy) =>
        engine().run(signal, 'crop', { network, place: copy, part, origin: [0, 0] }, { priority }),
      ),
    );
    const inputs = crops.map(({ input }) => input);
    const { embeddings, dimensions } = await engine().run(signal, 'embed', { network, inputs }, { priority });
    return { dimensions, values: embeddings };
  } finally {
    photo.close();
  }
}
