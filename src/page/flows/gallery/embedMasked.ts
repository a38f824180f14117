import type { Region } from '../../../shared/face';
import type { Gallery, PhotoEmbeddings } from '../../../shared/gallery';
import { blackenRegions } from '../../../shared/raster/blackenRegions';
import { embedInputs, enrolmentCrops } from './embedPhoto';

/**
 * What masked copies hide: the eyes with their brows, as the report's bar does, and all below the nose, as a face mask.
 */
export const trainingMasks: readonly (readonly Region[])[] = [
  ['eyes', 'brows'],
  ['mouth', 'jaw'],
];

/**
 * Embeddings of masked copies of every photo whose face is known, by photo id.
 * @throws FoveaError; the signal's reason when aborted
 */
export async function embedMasked(
  signal: AbortSignal,
  network: string,
  people: Gallery,
): Promise<ReadonlyMap<string, PhotoEmbeddings>> {
  const found = new Map<string, PhotoEmbeddings>();
  for (const photo of people.flatMap(({ photos }) => photos)) {
    if (photo.landmarks === null) continue;
    const crops = await enrolmentCrops(signal, network, photo);
    const inputs = crops.flatMap(({ input, regions }) =>
      trainingMasks.map((mask) => blackenRegions(input, regions, mask)),
    );
    found.set(photo.id, await embedInputs(signal, network, inputs));
  }
  return found;
}
