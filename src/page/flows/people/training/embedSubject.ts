import { blackenRegions } from '../../../../shared/raster/blackenRegions';
import { trainingMasks } from '../../gallery/embedMasked';
import { embedInputs, enrolmentCrops } from '../../gallery/embedPhoto';
import type { EmbeddedSubject, Subject } from './subject';

/**
 * Embeddings of a photo as the gallery enrols it, and of the same copies with a part of the face blacked out. Null
 * where its face is not there any more.
 * @throws FoveaError; the signal's reason
 */
export async function embedSubject(
  signal: AbortSignal,
  network: string,
  subject: Subject,
): Promise<EmbeddedSubject | null> {
  const kept = await subject.read();
  if (kept === null) return null;
  const crops = await enrolmentCrops(signal, network, kept);
  const masked = crops.flatMap(({ input, regions }) =>
    trainingMasks.map((mask) => blackenRegions(input, regions, mask)),
  );
  const open = await embedInputs(
    signal,
    network,
    crops.map(({ input }) => input),
  );
  const under = await embedInputs(signal, network, masked);
  return { ...subject, open: open.values, masked: under.values, dimensions: open.dimensions };
}
