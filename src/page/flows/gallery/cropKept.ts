import type { Crop } from '../../../shared/calls/faceCalls';
import type { GalleryPhoto } from '../../../shared/gallery';
import { keptCrops } from './embedPhoto';

/**
 * What a network gets of a kept photo, as it is.
 * @throws FoveaError when the picture cannot be read; the signal's reason when aborted
 */
export async function cropKept(signal: AbortSignal, network: string, kept: GalleryPhoto): Promise<Crop> {
  const [crop] = await keptCrops(signal, network, kept, (place) => [place]);
  return crop as Crop;
}
