import { apply } from '../../shared/geometry/affine';
import type { Affine, Point } from '../../shared/geometry/space';
import type { MaskShape } from '../../shared/mask';
import { fitPicture, type Size } from './fitPicture';

export interface PaintGuidesInput {
  readonly canvas: HTMLCanvasElement;
  /** The canvas's box on the screen, in device pixels. */
  readonly box: Size;
  /** The picture below, in its own pixels, and how face coordinates lie on it. */
  readonly picture: Size;
  readonly toPixels: Affine<'face', 'network'>;
  /** The stroke under way; its outline is drawn. */
  readonly draft: MaskShape | null;
  /** The first corner of a box under way, where it is marked. */
  readonly anchor: Point<'face'> | null;
  /** Of the polygon under way. */
  readonly corners: readonly Point<'face'>[];
  readonly at: Point<'face'> | null;
  /** Face units: the circle of brush and eraser; null for tools without one. */
  readonly brush: number | null;
  readonly crosshair: boolean;
}

type Context = CanvasRenderingContext2D;
type Place = (point: Point<'face'>) => Point<'canvas'>;

/** What helps to paint and is no part of the mask: the stroke's outline, the brush's rim, corners, the crosshair. */
export function paintGuides(input: PaintGuidesInput): void {
  const { canvas, box, picture, toPixels, draft, anchor, corners, at, brush } = input;
  if (box.width < 1 || box.height < 1) return;
  if (canvas.width !== box.width) canvas.width = box.width;
  if (canvas.height !== box.height) canvas.height = box.height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.clearRect(0, 0, box.width, box.height);
  const fit = fitPicture({ source: picture, box });
  const factor = fit.width / picture.width;
  const place: Place = (point) => {
    const { x, y } = apply(toPixels, point);
    return { x: fit.x + x * factor, y: fit.y + y * factor };
  };
  const unit = Math.hypot(toPixels.a, toPixels.b) * factor;
  if (draft !== null) twice(context, () => trace(context, draft, place, unit));
  if (anchor !== null) twice(context, () => circle(context, place(anchor), cornerRadius()));
  if (corners.length > 0) paintCorners(context, [...corners, ...(at === null ? [] : [at])].map(place));
  if (at === null) return;
  const spot = place(at);
  if (brush !== null) twice(context, () => circle(context, spot, (brush / 2) * unit));
  if (input.crosshair) twice(context, () => cross(context, spot));
}

/** Device pixels. */
const cornerRadius = () => 3 * window.devicePixelRatio;

/** A light line on a dark one is seen on any face. */
function twice(context: Context, path: () => void): void {
  const ratio = window.devicePixelRatio;
  for (const [colour, width] of [
    ['rgb(0 0 0 / 0.65)', 3],
    ['#fff', 1.25],
  ] as const) {
    context.beginPath();
    path();
    context.lineWidth = width * ratio;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/** A brush stroke fills as it goes and needs no outline. */
function trace(context: Context, shape: MaskShape, place: Place, unit: number): void {
  if (shape.kind === 'rectangle' || shape.kind === 'ellipse') {
    const { x, y } = place(shape.box);
    const [width, height] = [shape.box.width * unit, shape.box.height * unit];
    if (shape.kind === 'rectangle') context.rect(x, y, width, height);
    else context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  }
}

function paintCorners(context: Context, points: readonly Point<'canvas'>[]): void {
  // A line from nowhere begins where it is drawn to.
  twice(context, () => {
    for (const { x, y } of points) context.lineTo(x, y);
  });
  for (const point of points.slice(0, -1)) twice(context, () => circle(context, point, cornerRadius()));
}

function circle(context: Context, { x, y }: Point<'canvas'>, radius: number): void {
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function cross(context: Context, { x, y }: Point<'canvas'>): void {
  const arm = 12 * window.devicePixelRatio;
  context.moveTo(x - arm, y);
  context.lineTo(x + arm, y);
  context.moveTo(x, y - arm);
  context.lineTo(x, y + arm);
}
