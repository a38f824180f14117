import { FoveaError } from '../../../shared/errors';
import type { GalleryPhoto } from '../../../shared/gallery';
import type { SamplePhoto } from '../../engine/samples';
import { readPhoto } from '../../intake/photo/readPhoto';
import { findFaces } from '../faces/findFaces';
import { photoForGallery } from '../gallery/photoForGallery';

/** Found once, cropped for each network as it wants it. */
const found = new Map<string, GalleryPhoto>();

/**
 * The largest face of a photo that comes along.
 * @throws FoveaError when it cannot be read; the signal's reason when aborted
 */
export async function sampleFace(signal: AbortSignal, { name, url }: SamplePhoto): Promise<GalleryPhoto> {
  const known = found.get(url);
  if (known !== undefined) return known;
  const response = await fetch(url, { signal });
  const photo = await readPhoto(signal, new File([await response.blob()], name));
  try {
    const [face] = await findFaces(signal, photo);
    if (face === undefined) throw new FoveaError(`No face was found in ${name}.`, 'Reload the page.');
    const kept = await photoForGallery(signal, photo, face);
    found.set(url, kept);
    return kept;
  } finally {
    photo.close();
  }
}
