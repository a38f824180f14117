import type { Picture } from '../../../../shared/ascent';
import type { Crop } from '../../../../shared/calls/faceCalls';
import type { CropPlace } from '../../../../shared/face';
import { compose } from '../../../../shared/geometry/affine';
import type { Affine } from '../../../../shared/geometry/space';
import type { TrainingStudy } from '../../../../shared/people/trainingStudy';
import { createRandom, normal } from '../../../../shared/random';
import { cropKept } from '../../gallery/cropKept';
import { keptCrops } from '../../gallery/embedPhoto';
import type { Subject } from './subject';

/** Changes that enrolment's own copies do not have: turned, lighter or darker, noisy. */
const changes = [
  { degrees: 8, zoom: 1.12, brightness: 0.7, noise: 6 },
  { degrees: -8, zoom: 0.94, brightness: 1.25, noise: 6 },
  { degrees: 4, zoom: 1.2, brightness: 1, noise: 16 },
] as const;

/**
 * What the heads are tried with: the photo itself, where they were not trained on it; or else changed copies of it, as
 * no training saw them.
 * @throws FoveaError; the signal's reason
 */
export async function heldOutCrops(
  signal: AbortSignal,
  network: string,
  subject: Subject,
  heldOut: TrainingStudy['heldOut'],
  seed: number,
): Promise<readonly Crop[]> {
  const kept = await subject.read();
  if (kept === null) return [];
  if (heldOut === 'photos') return [await cropKept(signal, network, kept)];
  const crops = await keptCrops(signal, network, kept, (place) => changes.map((change) => moved(place, change)));
  return crops.map((crop, i) => ({ ...crop, input: relit(crop.input, changes[i] ?? changes[0], seed + i) }));
}

/** Turned and zoomed about the middle of the input. */
function moved(place: CropPlace, { degrees, zoom }: (typeof changes)[number]): CropPlace {
  const [height, width] = place.size;
  const [cos, sin] = [degrees * (Math.PI / 180)].flatMap((angle) => [
    zoom * Math.cos(angle),
    zoom * Math.sin(angle),
  ]) as [number, number];
  const [x, y] = [width / 2, height / 2];
  const turn: Affine<'network', 'network'> = {
    ...{ a: cos, b: sin, c: -sin, d: cos },
    ...{ e: x - cos * x + sin * y, f: y - sin * x - cos * y },
  };
  return { size: place.size, networkToPicture: compose(turn, place.networkToPicture) };
}

/** Brightness times a factor, then Gaussian noise with this standard deviation, of 255. */
function relit(picture: Picture, { brightness, noise }: (typeof changes)[number], seed: number): Picture {
  const random = createRandom(seed);
  const rgba = picture.rgba.slice();
  for (let i = 0; i < rgba.length; i++)
    if (i % 4 !== 3) rgba[i] = (rgba[i] as number) * brightness + noise * normal(random);
  return { ...picture, rgba };
}
