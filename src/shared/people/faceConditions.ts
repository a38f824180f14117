import type { Picture } from '../ascent';
import { regions } from '../face';
import type { Point, Space } from '../geometry/space';
import type { PhotoConditions } from '../people';
import { luma } from '../raster/luma';

/** How far the nose's tip stands before the line of the eyes' outer corners, over half their distance: 135 / 225 of the
 * generic head model that is commonly used to estimate poses from landmarks (S. Mallick, learnopencv.com, 2016). */
const noseDepth = 0.6;

const degrees = 180 / Math.PI;

/** Distance of the centres of the eyes, in the landmarks' own unit. */
export function eyeDistance<S extends Space>(landmarks: readonly Point<S>[]): number {
  const [right, left] = eyes(landmarks);
  return Math.hypot(left.x - right.x, left.y - right.y);
}

/**
 * Roll: the angle of the line from eye to eye, clockwise in the picture. Yaw: from where the nose's tip lies between
 * the outer corners of the eyes, seen from far away: tan(yaw) = (to the right corner − to the left) / (sum) / depth.
 * Positive when the nose points to the picture's right. Both in degrees.
 */
export function headPose<S extends Space>(landmarks: readonly Point<S>[]): Pick<PhotoConditions, 'yaw' | 'roll'> {
  const [right, left] = eyes(landmarks);
  const [dx, dy] = [left.x - right.x, left.y - right.y];
  const length = Math.hypot(dx, dy) || 1;
  const along = (point: Point<S>) => (point.x * dx + point.y * dy) / length;
  const [outerRight, tip, outerLeft] = [landmarks[36], landmarks[30], landmarks[45]].map((point) =>
    along(point as Point<S>),
  ) as [number, number, number];
  const ratio = (tip - outerRight - (outerLeft - tip)) / (outerLeft - outerRight || 1);
  return { yaw: degrees * Math.atan(ratio / noseDepth), roll: degrees * Math.atan2(dy, dx) };
}

/**
 * Mean luma (BT.601, 0..255) of the face's pixels, and the variance of the luma's Laplacian (4-neighbourhood) over
 * them: a measure of sharpness (J. L. Pech-Pacheco et al., “Diatom autofocusing in brightfield microscopy”, ICPR 2000).
 * @param labels for each pixel, the index of its region: the face is every region but elsewhere
 */
export function faceLight(
  { width, height, rgba }: Picture,
  labels: Uint8Array,
): Pick<PhotoConditions, 'brightness' | 'sharpness'> {
  const lumas = Float32Array.from({ length: width * height }, (_, i) =>
    luma(rgba[4 * i] as number, rgba[4 * i + 1] as number, rgba[4 * i + 2] as number),
  );
  const elsewhere = regions.indexOf('elsewhere');
  let [pixels, sum, inner, edges, squares] = [0, 0, 0, 0, 0];
  const at = (i: number) => lumas[i] as number;
  for (let i = 0; i < lumas.length; i++) {
    if (labels[i] === elsewhere) continue;
    pixels += 1;
    sum += at(i);
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) continue;
    const edge = at(i - 1) + at(i + 1) + at(i - width) + at(i + width) - 4 * at(i);
    inner += 1;
    edges += edge;
    squares += edge * edge;
  }
  const mean = inner > 0 ? edges / inner : 0;
  return { brightness: pixels > 0 ? sum / pixels : 0, sharpness: inner > 0 ? squares / inner - mean * mean : 0 };
}

function eyes<S extends Space>(landmarks: readonly Point<S>[]): readonly [Point<S>, Point<S>] {
  return [middle(landmarks.slice(36, 42)), middle(landmarks.slice(42, 48))];
}

function middle<S extends Space>(points: readonly Point<S>[]): Point<S> {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
