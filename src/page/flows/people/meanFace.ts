import * as v from 'valibot';
import type { Picture } from '../../../shared/ascent';
import { PictureMean } from '../../../shared/raster/pictureMean';
import { warpPictureToMeanFace } from '../../../shared/raster/warpPictureToMeanFace';
import { measuredSchema, recordKey } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';
import { rest } from '../../intake/photo/rest';
import { networksStore } from '../../state/networks';
import { studyStore } from '../../state/study';
import { loadNetwork } from '../loadNetwork';
import { decodePicture } from './decodePicture';

/** Pixels on a side of a mean face. */
export const meanFaceSide = 128;

/**
 * The mean picture of some photos' faces, warped by their landmarks onto the mean face like the maps, to be shown under
 * them: each person's photos averaged first. Null where there is none of them.
 * @param ids of measured photos
 * @param tell is called after each photo
 * @throws FoveaError when the network cannot be loaded; the signal's reason
 */
export async function meanFace(
  signal: AbortSignal,
  ids: readonly string[],
  tell: () => void = () => {},
): Promise<Picture | null> {
  const { settings, measured } = studyStore.getState();
  if (settings === null) return null;
  const margin = await marginOf(signal, settings.network);
  const photos = ids.flatMap((id) => measured.get(id) ?? []);
  const all = new PictureMean(meanFaceSide);
  for (const person of new Set(photos.map((photo) => photo.person))) {
    const own = new PictureMean(meanFaceSide);
    for (const photo of photos.filter((one) => one.person === person)) {
      await rest(signal);
      const face = await warpedFace(signal, photo.id, margin);
      if (face !== null) own.add(face);
      tell();
    }
    const mean = own.values();
    if (mean !== null) all.add(mean);
  }
  return all.picture();
}

/** How much of the face's surroundings a network gets: of a study that was kept, its network may not be loaded. */
async function marginOf(signal: AbortSignal, network: string): Promise<number> {
  const entry = networksStore.getState().entries.get(network);
  return entry?.loaded?.info.margin ?? entry?.spec.margin ?? (await loadNetwork(signal, network)).info.margin;
}

async function warpedFace(signal: AbortSignal, id: string, margin: number): Promise<Float32Array | null> {
  const record = v.safeParse(measuredSchema, await studyVault.get(recordKey('measured', id)));
  if (!record.success) return null;
  const { thumbnail, places } = record.output;
  if (thumbnail === null || places === null || places.length !== 2 * 68) return null;
  const picture = await decodePicture(signal, new Blob([thumbnail], { type: 'image/jpeg' }));
  const landmarks = Array.from({ length: 68 }, (_, i) => ({
    x: places[2 * i] as number,
    y: places[2 * i + 1] as number,
  }));
  return warpPictureToMeanFace(picture, landmarks, margin, meanFaceSide);
}
