import { apply, invert } from '../geometry/affine';
import type { Affine } from '../geometry/space';
import type { FillKind, MaskStroke } from '../mask';

/**
 * Hidden pixels [height, width] of a network's input as a stroke in face coordinates; over the same input it hides the
 * very same pixels again.
 * @param toPixels `faceToNetwork(size, margin)`: it scales and moves, and does not turn
 */
export function cellsOf(
  hidden: Uint8Array<ArrayBuffer>,
  [height, width]: readonly [number, number],
  toPixels: Affine<'face', 'network'>,
  fill: FillKind,
): MaskStroke {
  const toFace = invert(toPixels);
  const { x, y } = apply(toFace, { x: 0, y: 0 });
  const box = { x, y, width: width * toFace.a, height: height * toFace.d };
  return { shape: { kind: 'cells', box, width, height, cells: hidden }, erase: false, fill };
}
