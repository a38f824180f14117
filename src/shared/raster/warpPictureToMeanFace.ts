import type { Picture } from '../ascent';
import type { Point } from '../geometry/space';
import { sampleMap } from './sampleMap';
import { placesOnFace } from './warpToMeanFace';

/**
 * A face's picture laid onto the mean face as `warpToMeanFace` lays its map: sRGB values, bilinear.
 * @param landmarks 68, as shares of the picture's sides
 * @returns [side, side, 3]
 */
export function warpPictureToMeanFace(
  { width, height, rgba }: Picture,
  landmarks: readonly Point<'network'>[],
  margin: number,
  side: number,
): Float32Array<ArrayBuffer> {
  const places = placesOnFace(landmarks, margin, side);
  const warped = new Float32Array(3 * side * side);
  for (let channel = 0; channel < 3; channel++) {
    const values = Float32Array.from({ length: width * height }, (_, i) => rgba[4 * i + channel] as number);
    for (let cell = 0; cell < side * side; cell++) {
      const [x, y] = [places[2 * cell] as number, places[2 * cell + 1] as number];
      warped[3 * cell + channel] = sampleMap({ width, height, values }, x, y);
    }
  }
  return warped;
}
