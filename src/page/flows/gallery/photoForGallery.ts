import type { Picture } from '../../../shared/ascent';
import { FoveaError } from '../../../shared/errors';
import type { DetectedFace } from '../../../shared/face';
import { type GalleryPhoto, galleryLimits } from '../../../shared/gallery';
import { boxAround } from '../../../shared/geometry/boxAround';
import type { Box, Point } from '../../../shared/geometry/space';
import { clipBox } from '../../intake/photo/clipBox';
import type { Photo } from '../../intake/photo/photo';
import { readReduced } from '../../intake/photo/readReduced';
import type { PixelRect } from '../../intake/photo/readTiles';

/** Surroundings of the face that are kept, at each side, as a share of its landmarks' extent: enough for any margin. */
const surroundings = 0.75;
/** The same of a drawn box: as far as enrolment's copies reach beyond it. */
const boxSurroundings = 0.1;
/** Pixels: networks take 150 to 224 of a part of it. */
const side = 512;
const quality = 0.92;

/**
 * What the gallery keeps of a photo: the face with its surroundings, compressed, and its landmarks there; or the square
 * around a box, and the box there; or all of the photo (null), which then is the crop.
 * @throws FoveaError when the browser cannot compress it; the signal's reason when aborted
 */
export async function photoForGallery(
  signal: AbortSignal,
  photo: Photo,
  from: DetectedFace | Box<'picture'> | null,
): Promise<GalleryPhoto> {
  const face = from !== null && 'landmarks' in from ? from : null;
  const box = from !== null && 'landmarks' in from ? null : from;
  const rect = keptPart(photo, face, box);
  const scale = Math.min(1, side / Math.max(rect.width, rect.height));
  const part = await readReduced(signal, photo.bitmap, rect, scale);
  const { width, height } = part;
  const picture = await compress(part);
  signal.throwIfAborted();
  const toPicture = ({ x, y }: Point<'picture'>): Point<'picture'> => ({
    x: (x - rect.left) * scale,
    y: (y - rect.top) * scale,
  });
  if (picture.size > galleryLimits.bytes)
    throw new FoveaError('This photo is too large for the gallery.', 'Save it smaller, and add it again.');
  return {
    id: crypto.getRandomValues(new Uint32Array(3)).join('-'),
    width,
    height,
    picture,
    landmarks: face === null ? null : face.landmarks.map(toPicture),
    ...(box === null ? {} : { box: { ...toPicture(box), width: box.width * scale, height: box.height * scale } }),
    embeddings: {},
  };
}

function keptPart(photo: Photo, face: DetectedFace | null, box: Box<'picture'> | null): PixelRect {
  if (face !== null) return clipBox(photo, grow(boxAround(face.landmarks), surroundings));
  if (box !== null) return clipBox(photo, grow(squareAround(box), boxSurroundings));
  return { left: 0, top: 0, width: photo.width, height: photo.height };
}

/** A network gets the box with what lies beside it: squeezed to a square, a face would be another one. */
function squareAround({ x, y, width, height }: Box<'picture'>): Box<'picture'> {
  const longer = Math.max(width, height);
  return { x: x + (width - longer) / 2, y: y + (height - longer) / 2, width: longer, height: longer };
}

/** Larger at each side by a share of the longer side. */
function grow({ x, y, width, height }: Box<'picture'>, share: number): Box<'picture'> {
  const more = share * Math.max(width, height);
  return { x: x - more, y: y - more, width: width + 2 * more, height: height + 2 * more };
}

async function compress({ width, height, rgba }: Picture): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
