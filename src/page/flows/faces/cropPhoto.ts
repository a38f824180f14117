import type { Crop } from '../../../shared/calls/faceCalls';
import type { CropChoice, CropPlace } from '../../../shared/face';
import { apply } from '../../../shared/geometry/affine';
import type { Box } from '../../../shared/geometry/space';
import { engine } from '../../engine/instance';
import { cropFromPart } from '../../intake/photo/cropFromPart';
import type { Photo } from '../../intake/photo/photo';
import { readPart } from '../../intake/photo/readPart';

/** The very pixels that a network gets of a photo, and where they lie in it. */
export interface PlacedCrop extends Crop {
  readonly place: CropPlace;
}

/** @throws FoveaError when the network is not loaded; the signal's reason when aborted */
export async function cropPhoto(
  signal: AbortSignal,
  network: string,
  photo: Photo,
  choice: CropChoice,
): Promise<PlacedCrop> {
  const picture = [photo.height, photo.width] as const;
  const place = await engine().run(signal, 'place', { network, choice, picture });
  const part = await readPart(signal, photo, boundsOf(place, photo));
  const landmarks = choice.kind === 'face' ? choice.landmarks : undefined;
  const crop = await engine().run(signal, 'crop', cropFromPart(network, place, part, landmarks));
  return { ...crop, place };
}

/** The whole pixels of the photo that the crop touches, with one more around them for the resampling. */
export function boundsOf(place: CropPlace, { width, height }: { width: number; height: number }): Box<'picture'> {
  const [rows, columns] = place.size;
  const corners = [
    [0, 0],
    [columns, 0],
    [0, rows],
    [columns, rows],
  ].map(([x = 0, y = 0]) => apply(place.networkToPicture, { x, y }));
  const clip = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const left = clip(Math.floor(Math.min(...xs)) - 1, width - 1);
  const top = clip(Math.floor(Math.min(...ys)) - 1, height - 1);
  const right = clip(Math.ceil(Math.max(...xs)) + 1, width);
  const bottom = clip(Math.ceil(Math.max(...ys)) + 1, height);
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
