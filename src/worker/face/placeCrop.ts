import type { CropChoice, CropPlace } from '../../shared/face';
import { compose, invert } from '../../shared/geometry/affine';
import { networkToFace } from '../../shared/geometry/faceToNetwork';
import type { Affine, Box } from '../../shared/geometry/space';
import { alignFace } from './alignFace';

/**
 * Where a network's input lies in a picture.
 * @param size height and width of the input
 * @param margin of the face square, at each side: a share of its side
 * @param picture height and width of the picture
 */
export function placeCrop(
  choice: CropChoice,
  size: readonly [number, number],
  margin: number,
  picture: readonly [number, number],
): CropPlace {
  return { networkToPicture: networkToPicture(choice, size, margin, picture), size };
}

function networkToPicture(
  choice: CropChoice,
  size: readonly [number, number],
  margin: number,
  [height, width]: readonly [number, number],
): Affine<'network', 'picture'> {
  switch (choice.kind) {
    case 'face':
      return compose(networkToFace(size, margin), invert(alignFace(choice.landmarks)));
    case 'box':
      return aroundBox(choice.box, size);
    case 'whole':
      return { a: width / size[1], b: 0, c: 0, d: height / size[0], e: 0, f: 0 };
  }
}

/** The smallest area of the input's shape (a square, mostly) around a box, with the box's centre. */
function aroundBox(box: Box<'picture'>, [height, width]: readonly [number, number]): Affine<'network', 'picture'> {
  const scale = Math.max(box.width / width, box.height / height);
  const e = box.x + box.width / 2 - (scale * width) / 2;
  const f = box.y + box.height / 2 - (scale * height) / 2;
  return { a: scale, b: 0, c: 0, d: scale, e, f };
}
