import { FoveaError } from '../../../shared/errors';
import type { DetectedFace } from '../../../shared/face';
import { type GalleryPhoto, galleryLimits } from '../../../shared/gallery';
import type { Box, Point } from '../../../shared/geometry/space';
import type { Photo } from '../../intake/photo/photo';

/** Surroundings of the face that are kept, at each side, as a share of its landmarks' extent: enough for any margin. */
const surroundings = 0.75;
/** Pixels: networks take 150 to 224 of a part of it. */
const side = 512;
const quality = 0.92;

/**
 * What the gallery keeps of a photo: the face with its surroundings, compressed, and its landmarks there; or a box of the
 * photo, or all of it (null), which then is the crop.
 * @throws FoveaError when the browser cannot compress it; the signal's reason when aborted
 */
export async function photoForGallery(
  signal: AbortSignal,
  photo: Photo,
  from: DetectedFace | Box<'picture'> | null,
): Promise<GalleryPhoto> {
  const face = from !== null && 'landmarks' in from ? from : null;
  const box = boxOf(photo, from);
  const scale = Math.min(1, side / Math.max(box.width, box.height));
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const picture = await compress(signal, photo, box, width, height);
  const toPicture = ({ x, y }: Point<'picture'>): Point<'picture'> => ({
    x: ((x - box.x) * width) / box.width,
    y: ((y - box.y) * height) / box.height,
  });
  const landmarks = face === null ? null : face.landmarks.map(toPicture);
  if (picture.size > galleryLimits.bytes)
    throw new FoveaError('This photo is too large for the gallery.', 'Save it smaller, and add it again.');
  return {
    id: crypto.getRandomValues(new Uint32Array(3)).join('-'),
    width,
    height,
    picture,
    landmarks,
    embeddings: {},
  };
}

function boxOf(photo: Photo, from: DetectedFace | Box<'picture'> | null): Box<'picture'> {
  if (from === null) return { x: 0, y: 0, width: photo.width, height: photo.height };
  return 'landmarks' in from ? around(from, photo) : from;
}

/** Whole pixels around all landmarks, clipped to the photo. */
function around({ landmarks }: DetectedFace, { width, height }: Photo): Box<'picture'> {
  const xs = landmarks.map(({ x }) => x);
  const ys = landmarks.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const more = surroundings * Math.max(right - left, bottom - top);
  const x = Math.max(0, Math.floor(left - more));
  const y = Math.max(0, Math.floor(top - more));
  return {
    x,
    y,
    width: Math.min(width, Math.ceil(right + more)) - x,
    height: Math.min(height, Math.ceil(bottom + more)) - y,
  };
}

async function compress(signal: AbortSignal, photo: Photo, box: Box<'picture'>, width: number, height: number) {
  const size = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' as const };
  const bitmap = await createImageBitmap(photo.bitmap, box.x, box.y, box.width, box.height, size);
  try {
    signal.throwIfAborted();
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality });
  } finally {
    bitmap.close();
  }
}
