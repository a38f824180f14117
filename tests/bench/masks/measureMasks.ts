import { samplePhotos } from '../../../src/page/engine/samples';
import { findFaces } from '../../../src/page/flows/faces/findFaces';
import { readPhoto } from '../../../src/page/intake/photo/readPhoto';
import type { IdentityHead } from '../../../src/shared/explain';
import type { DetectedFace } from '../../../src/shared/face';
import { type ReadyMaskId, readyMaskIds } from '../../../src/shared/mask/readyMaskIds';
import { faceNetworkIds, openFaces, trainFor } from '../recognition/openFaces';
import type { MaskTrial, MeasuredMasks } from './trial';
import { tryMasks } from './tryMasks';

/**
 * Enrols the bundled people, and asks each face network who is on the very photos that they were enrolled with, without
 * a mask and under ready-made ones.
 * @param masks all that there are, if absent
 * @param tell hears the share of the photos that are done
 */
export async function measureMasks(
  masks: readonly ReadyMaskId[] = readyMaskIds,
  tell: (fraction: number) => void = () => {},
): Promise<MeasuredMasks> {
  const { signal } = new AbortController();
  await openFaces(signal);
  const heads: IdentityHead[] = [];
  for (const network of faceNetworkIds) heads.push(await trainFor(signal, network));
  const photoOf: number[] = [];
  const trials: MaskTrial[] = [];
  for (const [i, { name, url }] of samplePhotos.entries()) {
    const photo = await readPhoto(signal, new File([await (await fetch(url, { signal })).blob()], name));
    // From left to right, as the gallery numbers them.
    const faces = [...(await findFaces(signal, photo))].sort((a, b) => middle(a) - middle(b));
    for (const index of faces.keys()) {
      const face = { photo, faces, index, person: photoOf.length };
      trials.push(...(await Promise.all(heads.map((head) => tryMasks(signal, face, head, masks)))).flat());
      photoOf.push(i);
    }
    photo.close();
    tell((i + 1) / samplePhotos.length);
  }
  return { photoOf, trials };
}

const middle = ({ box }: DetectedFace) => box.x + box.width / 2;
