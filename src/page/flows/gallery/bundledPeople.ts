import type { DetectedFace } from '../../../shared/face';
import type { Gallery } from '../../../shared/gallery';
import { samplePhotos } from '../../engine/samples';
import { readPhoto } from '../../intake/photo/readPhoto';
import { findFaces } from '../faces/findFaces';
import { photoForGallery } from './photoForGallery';
import type { OnStage } from './trainHead';

/**
 * The gallery that comes along: every face that is found in the sample photos, from left to right, under a neutral
 * name. Nobody says who they are; each face counts as a person of its own.
 * @throws FoveaError when a photo or a face network cannot be read; the signal's reason when aborted
 */
export async function bundledPeople(signal: AbortSignal, onStage: OnStage): Promise<Gallery> {
  const people: Gallery[number][] = [];
  for (const [i, { name, url }] of samplePhotos.entries()) {
    onStage('Enrolling the sample photos', i / samplePhotos.length);
    const response = await fetch(url, { signal });
    const file = new File([await response.blob()], name);
    const photo = await readPhoto(signal, file);
    try {
      const faces = [...(await findFaces(signal, photo))].sort((a, b) => middle(a) - middle(b));
      for (const face of faces) {
        const number = people.length + 1;
        const kept = await photoForGallery(signal, photo, face);
        people.push({
          id: `bundled-${number}`,
          name: `Person ${number}`,
          group: null,
          bundled: true,
          photos: [{ ...kept, id: `bundled-${number}` }],
        });
      }
    } finally {
      photo.close();
    }
  }
  return people;
}

const middle = ({ box }: DetectedFace) => box.x + box.width / 2;
