import type { Affine, Point } from '../../../src/shared/geometry/space';
import type { Variant } from './variants';

export interface VariedPhoto {
  readonly file: File;
  /** From the original photo's pixels to those of the varied one. */
  readonly place: Affine<'picture', 'picture'>;
}

/** The changed photo as a file of its own, made from the original's pixels, and where each of them has come to lie. */
export async function makeVariant(original: ImageBitmap, variant: Variant): Promise<VariedPhoto> {
  const { zoom, degrees, brightness, quality, id } = variant;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  // One that is merely shrunk fills its canvas; one that is shifted leaves grey beside it.
  const room = variant.shift.some((share) => share !== 0) ? 1 : zoom;
  const [width, height] = [original.width * room, original.height * room];
  const canvas = new OffscreenCanvas(
    Math.round(width * cos + height * Math.abs(sin)),
    Math.round(height * cos + width * Math.abs(sin)),
  );
  const [dx, dy] = [variant.shift[0] * original.width - width / 2, variant.shift[1] * original.height - height / 2];
  const place = {
    ...{ a: zoom * cos, b: zoom * sin, c: -zoom * sin, d: zoom * cos },
    ...{ e: cos * dx - sin * dy + canvas.width / 2, f: sin * dx + cos * dy + canvas.height / 2 },
  };
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('No 2D canvas.');
  context.fillStyle = 'grey';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.setTransform(place.a, place.b, place.c, place.d, place.e, place.f);
  context.filter = brightness === 1 ? 'none' : `brightness(${brightness})`;
  context.drawImage(original, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { file: new File([blob], `${id}.jpg`), place };
}

/** Mean distance of two faces' landmarks, as a share of the second one's width and height taken together. */
export function apart(found: readonly Point<'picture'>[], expected: readonly Point<'picture'>[]): number {
  const sides = [expected.map(({ x }) => x), expected.map(({ y }) => y)];
  const [width = 0, height = 0] = sides.map((values) => Math.max(...values) - Math.min(...values));
  const distances = expected.map(({ x, y }, i) => {
    const other = found[i];
    return other === undefined ? Number.POSITIVE_INFINITY : Math.hypot(other.x - x, other.y - y);
  });
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length / Math.hypot(width, height);
}
