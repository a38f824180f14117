import { meanShape } from '../geometry/meanShape';
import type { Box, Point } from '../geometry/space';
import type { MaskShape } from '../mask';
import type { ReadyMaskId } from './readyMaskIds';

/** A ready-made mask and how it is placed. */
export interface ReadyPlacement {
  readonly id: ReadyMaskId;
  /** −1 (half its size) .. 1 (twice); 0 is as the landmarks have it. */
  readonly grow: number;
  /** Moved by, in face units. */
  readonly dx: number;
  readonly dy: number;
}

/** How many times as large a mask is: grown fully twice, shrunk fully half. @param grow −1..1 */
export const growFactor = (grow: number): number => 2 ** Math.min(1, Math.max(-1, grow));

/**
 * The shapes of a ready-made mask on a face, scaled about the middle of all of them, then moved.
 * @param landmarks 68 in face coordinates; null: where the mean face has them
 */
export function readyMask({ id, grow, dx, dy }: ReadyPlacement, landmarks: readonly P[] | null): readonly MaskShape[] {
  const shapes = makers[id](landmarks?.length === meanShape.length ? landmarks : meanShape);
  const middle = middleOf(shapes.flatMap(cornersOf));
  const factor = growFactor(grow);
  const move = ({ x, y }: P): P => ({
    x: middle.x + (x - middle.x) * factor + dx,
    y: middle.y + (y - middle.y) * factor + dy,
  });
  return shapes.map((shape) => moved(shape, move, factor));
}

type P = Point<'face'>;

/** Reach beyond the landmarks, in face units (the mean face's jaw is 1 wide). */
const reach = { bar: 0.07, barEnds: 0.1, glasses: 0.045, brow: 0.055, nose: 0.04, mouth: 0.035 } as const;
/** How far halves and the upper face go: well over the hairline, the ears and the chin. */
const outer = { left: -0.25, right: 1.25, top: -0.5, bottom: 1.25 } as const;

const makers: Record<ReadyMaskId, (landmarks: readonly P[]) => readonly MaskShape[]> = {
  'eye-bar': (points) => [eyeBar(points)],
  glasses: (points) => glasses(points),
  brows: (points) => [17, 22].map((first) => thickLine(points.slice(first, first + 5), reach.brow)),
  nose: (points) => nose(points),
  mouth: (points) => [polygon(widened(points.slice(48, 60), reach.mouth))],
  'lower-face': (points) => [
    // As a face mask lies: over the bridge's lower half, along the jaw.
    polygon([...points.slice(2, 15), at(points, 29)]),
  ],
  'upper-face': (points) => [box(outer.left, outer.top, outer.right, middleOf([at(points, 29), at(points, 30)]).y)],
  'left-half': (points) => [half(points, outer.left)],
  'right-half': (points) => [half(points, outer.right)],
};

/** A bar along the line through both eyes, from temple to temple, as in the report. */
function eyeBar(points: readonly P[]): MaskShape {
  const [right, left] = [at(points, 36), at(points, 45)];
  const length = Math.hypot(left.x - right.x, left.y - right.y) || 1;
  const [ux, uy] = [(left.x - right.x) / length, (left.y - right.y) / length];
  const corner = (from: P, along: number, across: number): P => ({
    x: from.x + along * ux - across * uy,
    y: from.y + along * uy + across * ux,
  });
  return polygon([
    corner(right, -reach.barEnds, -reach.bar),
    corner(left, reach.barEnds, -reach.bar),
    corner(left, reach.barEnds, reach.bar),
    corner(right, -reach.barEnds, reach.bar),
  ]);
}

/** Two dark lenses, the bridge between them, the arms to the temples. */
function glasses(points: readonly P[]): readonly MaskShape[] {
  const lens = (first: number): Box<'face'> => {
    const eye = points.slice(first, first + 6);
    const { x, y } = middleOf(eye);
    const width = extent(eye.map((p) => p.x)) + 2 * reach.glasses;
    const height = 0.75 * width;
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  const [right, left] = [lens(36), lens(42)];
  const line = (from: P, to: P): MaskShape => ({ kind: 'brush', points: [from, to], width: 0.025 });
  const side = (lensBox: Box<'face'>, share: number): P => ({
    x: lensBox.x + share * lensBox.width,
    y: lensBox.y + lensBox.height / 2,
  });
  return [
    { kind: 'ellipse', box: right },
    { kind: 'ellipse', box: left },
    line(side(right, 1), side(left, 0)),
    line(side(right, 0), at(points, 0)),
    line(side(left, 1), at(points, 16)),
  ];
}

/** From between the brows to the nostrils, with round corners. */
function nose(points: readonly P[]): readonly MaskShape[] {
  const root = middleOf([at(points, 21), at(points, 22)]);
  const outline = [root, ...points.slice(31, 36)];
  return [polygon(outline), thickLine([...outline, root], reach.nose)];
}

/** Everything on one side of the bridge of the nose and the chin; sides as the viewer sees them. */
function half(points: readonly P[], edge: number): MaskShape {
  const [bridge, chin] = [at(points, 27), at(points, 8)];
  const slope = (chin.x - bridge.x) / (chin.y - bridge.y || 1);
  const on = (y: number): P => ({ x: bridge.x + slope * (y - bridge.y), y });
  return polygon([on(outer.top), on(outer.bottom), { x: edge, y: outer.bottom }, { x: edge, y: outer.top }]);
}

const at = (points: readonly P[], index: number): P => points[index] as P;
const thickLine = (points: readonly P[], radius: number): MaskShape => ({ kind: 'brush', points, width: 2 * radius });
const polygon = (points: readonly P[]): MaskShape => ({ kind: 'polygon', points });
const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

function box(left: number, top: number, right: number, bottom: number): MaskShape {
  return { kind: 'rectangle', box: { x: left, y: top, width: right - left, height: bottom - top } };
}

/** Every corner moved away from the middle. */
function widened(points: readonly P[], by: number): readonly P[] {
  const middle = middleOf(points);
  return points.map(({ x, y }) => {
    const distance = Math.hypot(x - middle.x, y - middle.y) || 1;
    const factor = 1 + by / distance;
    return { x: middle.x + (x - middle.x) * factor, y: middle.y + (y - middle.y) * factor };
  });
}

/** Of the points' bounding box. */
function middleOf(points: readonly P[]): P {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}

function cornersOf(shape: MaskShape): readonly P[] {
  if (shape.kind === 'brush' || shape.kind === 'polygon') return shape.points;
  const { x, y, width, height } = shape.box;
  return [
    { x, y },
    { x: x + width, y: y + height },
  ];
}

function moved(shape: MaskShape, move: (point: P) => P, factor: number): MaskShape {
  switch (shape.kind) {
    case 'brush':
      return { ...shape, points: shape.points.map(move), width: shape.width * factor };
    case 'polygon':
      return { ...shape, points: shape.points.map(move) };
    default: {
      const { width, height } = shape.box;
      return { ...shape, box: { ...move(shape.box), width: width * factor, height: height * factor } };
    }
  }
}
