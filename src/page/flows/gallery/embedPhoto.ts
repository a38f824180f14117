import type { Picture } from '../../../shared/ascent';
import type { Crop } from '../../../shared/calls/faceCalls';
import { enrolmentCopies } from '../../../shared/enrolmentCopies';
import type { CropPlace } from '../../../shared/face';
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
  const crops = await enrolmentCrops(signal, network, kept);
  return embedInputs(
    signal,
    network,
    crops.map(({ input }) => input),
  );
}

/** @throws FoveaError; the signal's reason when aborted */
export async function embedInputs(
  signal: AbortSignal,
  network: string,
  inputs: readonly Picture[],
): Promise<PhotoEmbeddings> {
  const { embeddings, dimensions } = await engine().run(signal, 'embed', { network, inputs }, { priority });
  return { dimensions, values: embeddings };
}

/** What the network gets of a kept photo: the crop as it is, and its copies. */
export const enrolmentCrops = (signal: AbortSignal, network: string, kept: GalleryPhoto): Promise<readonly Crop[]> =>
  keptCrops(signal, network, kept, enrolmentCopies);

/** Crops of a kept photo at places that are told by the aligned one's. */
export async function keptCrops(
  signal: AbortSignal,
  network: string,
  kept: GalleryPhoto,
  places: (aligned: CropPlace) => readonly CropPlace[],
): Promise<readonly Crop[]> {
  const photo = await readPhoto(signal, kept.picture);
  try {
    const picture = [photo.height, photo.width] as const;
    const place = await engine().run(signal, 'place', { network, choice: photoChoice(kept), picture }, { priority });
    const { picture: part } = await reducePhoto(signal, photo, Math.max(photo.width, photo.height));
    const landmarks = kept.landmarks === null ? {} : { landmarks: kept.landmarks };
    return await Promise.all(
      places(place).map((copy) =>
        engine().run(signal, 'crop', { network, place: copy, part, origin: [0, 0], ...landmarks }, { priority }),
      ),
    );
  } finally {
    photo.close();
  }
}
