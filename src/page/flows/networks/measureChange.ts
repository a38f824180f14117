import type { Recognition } from '../../../shared/explain';
import { engine } from '../../engine/instance';
import { samplePhotos } from '../../engine/samples';
import { readPhoto } from '../../intake/photo/readPhoto';
import { cropPhoto } from '../faces/cropPhoto';
import { findFaces } from '../faces/findFaces';
import { type OutputChange, outputChange } from './outputChange';

/** Behind what the user waits for. */
const priority = 5;

/**
 * Asks two loaded networks of the same kind about the largest face of each sample photo.
 * @throws FoveaError when a photo cannot be read; the signal's reason when aborted
 */
export async function measureChange(signal: AbortSignal, first: string, second: string): Promise<OutputChange> {
  const pairs: (readonly [Recognition, Recognition])[] = [];
  for (const { name, url } of samplePhotos) {
    const response = await fetch(url, { signal });
    const photo = await readPhoto(signal, new File([await response.blob()], name));
    try {
      const [face] = await findFaces(signal, photo);
      if (face === undefined) continue;
      const { input } = await cropPhoto(signal, first, photo, { kind: 'face', landmarks: face.landmarks });
      const answer = (network: string) =>
        engine().run(signal, 'recognise', { network, input, head: null }, { priority });
      pairs.push([await answer(first), await answer(second)]);
    } finally {
      photo.close();
    }
  }
  return outputChange(pairs);
}
