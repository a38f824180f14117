/** People of the sample photos, enrolled by the worker's own calls. */
import type { Picture } from '../../../src/shared/ascent';
import type { Crop } from '../../../src/shared/calls/faceCalls';
import { enrolmentCopies } from '../../../src/shared/enrolmentCopies';
import type { IdentityHead } from '../../../src/shared/explain';
import { embed } from '../../../src/worker/calls/embed';
import type { NetworkShelf } from '../../../src/worker/calls/networkShelf';
import { cropFace } from '../../../src/worker/face/cropFace';
import { detectFaces } from '../../../src/worker/face/detectFaces';
import { trainIdentityHead } from '../../../src/worker/face/identityHead/trainIdentityHead';
import { placeCrop } from '../../../src/worker/face/placeCrop';
import { nativeSize } from '../../../src/worker/network/plan';
import { faceDetector, faceLandmarks } from './bundled';
import { never } from './explaining';
import { loadSample } from './samples';

export interface Enrolled {
  readonly head: IdentityHead;
  /** One a person, in the order of the head's names: what the network gets of the enrolled photo. */
  readonly crops: readonly Crop[];
}

/**
 * Every face of some sample photos as a person of its own.
 * @param copies of each face that the head is trained on, up to 8
 * @param unknownDistance 2: nobody is ever unknown
 */
export async function enrol(
  shelf: NetworkShelf,
  network: string,
  photos: readonly number[],
  { copies = 1, unknownDistance = 2 } = {},
): Promise<Enrolled> {
  const crops = (await Promise.all(photos.map((photo) => cropsOf(shelf, network, photo, copies)))).flat();
  const inputs = crops.flatMap((list) => list.map(({ input }) => input));
  const { embeddings } = await embed(never, shelf, { network, inputs }, () => undefined);
  const { hash, outputs } = shelf.get(network).network;
  const training = {
    ...{ network, hash, layer: outputs.embedding ?? '', embeddings, unknownDistance },
    names: crops.map((_, i) => `Person ${i + 1}`),
    owners: crops.flatMap((list, owner) => list.map(() => owner)),
    originals: crops.map((_, i) => i * copies),
  };
  const head = await trainIdentityHead(never, training, () => undefined);
  return { head, crops: crops.map(([first]) => first as Crop) };
}

async function cropsOf(shelf: NetworkShelf, network: string, photo: number, copies: number): Promise<Crop[][]> {
  const picture: Picture = await loadSample(photo);
  const networks = { detector: shelf.get(faceDetector.id), landmarks: shelf.get(faceLandmarks.id) };
  const { graph, margin } = shelf.get(network).network;
  const { faces } = await detectFaces(never, networks, picture);
  return faces.map(({ landmarks }) => {
    const size = [picture.height, picture.width] as const;
    const place = placeCrop({ kind: 'face', landmarks }, nativeSize(graph), margin, size);
    return enrolmentCopies(place)
      .slice(0, copies)
      .map((copy) => cropFace({ place: copy, part: picture, origin: [0, 0], landmarks }));
  });
}
