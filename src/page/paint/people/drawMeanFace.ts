import { apply } from '../../../shared/geometry/affine';
import { faceToNetwork } from '../../../shared/geometry/faceToNetwork';
import { meanShape } from '../../../shared/geometry/meanShape';

/** Landmarks that hang together by lines: jaw, brows, nose, eyes, lips. */
const lines: readonly (readonly [first: number, last: number, closed: boolean])[] = [
  [0, 16, false],
  [17, 21, false],
  [22, 26, false],
  [27, 30, false],
  [31, 35, false],
  [36, 41, true],
  [42, 47, true],
  [48, 59, true],
  [60, 67, true],
];

interface Input {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  /** What lies around the face square, at each side: a share of its side. */
  readonly margin: number;
  /** Pixels of the square canvas. */
  readonly side: number;
  /** A CSS colour. */
  readonly colour: string;
}

/** The outline of the mean face's features. */
export function drawMeanFace({ context, margin, side, colour }: Input): void {
  const place = faceToNetwork([side, side], margin);
  context.beginPath();
  for (const [first, last, closed] of lines) {
    for (const [i, point] of meanShape.slice(first, last + 1).entries()) {
      const { x, y } = apply(place, point);
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    if (closed) context.closePath();
  }
  context.lineWidth = Math.max(1, side / 200);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.strokeStyle = colour;
  context.stroke();
}
