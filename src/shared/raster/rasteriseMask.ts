import { apply, invert } from '../geometry/affine';
import type { Affine, Box, Point } from '../geometry/space';
import { fillKinds, type Mask, type MaskRaster, type MaskShape } from '../mask';

/**
 * A mask as pixels [height, width]: 0 where open, else 1 + the index of the fill in `fillKinds`. A pixel is hidden when
 * its centre lies in the shape (on the rim of a brush or ellipse too; polygons, rectangles and cells are closed at the
 * left and top, open at the right and bottom, so that neighbours share no pixel); nothing is half hidden.
 * @param toPixels `faceToNetwork(size, margin)`, or the way to any other pixels; scales alike along both axes
 * @param under what has been painted before; stays as it is
 */
export function rasteriseMask(
  mask: Mask,
  size: readonly [number, number],
  toPixels: Affine<'face', 'network'>,
  under?: MaskRaster,
): MaskRaster {
  const raster: MaskRaster = under?.slice() ?? new Uint8Array(size[0] * size[1]);
  const grid: Grid = { raster, size, toPixels };
  for (const { shape, erase, fill } of mask) paint(grid, shape, erase ? 0 : 1 + fillKinds.indexOf(fill));
  return raster;
}

interface Grid {
  readonly raster: MaskRaster;
  readonly size: readonly [number, number];
  readonly toPixels: Affine<'face', 'network'>;
}
type P = Point<'network'>;

function paint(grid: Grid, shape: MaskShape, value: number): void {
  const place = (point: Point<'face'>): P => apply(grid.toPixels, point);
  switch (shape.kind) {
    case 'brush':
      paintBrush(grid, shape.points.map(place), (shape.width / 2) * scaleOf(grid.toPixels), value);
      break;
    case 'polygon':
      paintPolygon(grid, shape.points.map(place), value);
      break;
    case 'rectangle':
      paintPolygon(grid, cornersOf(shape.box).map(place), value);
      break;
    case 'ellipse':
      paintEllipse(grid, shape, value);
      break;
    case 'cells':
      paintCells(grid, shape, value);
      break;
  }
}

function cornersOf({ x, y, width, height }: Box<'face'>): readonly Point<'face'>[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Pixels a face unit. */
const scaleOf = ({ a, b, c, d }: Affine<'face', 'network'>) => Math.sqrt(Math.abs(a * d - b * c));

function paintBrush(grid: Grid, points: readonly P[], radius: number, value: number): void {
  points.forEach((from, i) => {
    const to = points[i + 1] ?? from;
    if (i > 0 && to === from) return;
    paintCapsule(grid, from, to, radius, value);
  });
}

/** Pixels whose centres are at most `radius` away from a segment. */
function paintCapsule({ raster, size }: Grid, from: P, to: P, radius: number, value: number): void {
  const [height, width] = size;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const [left, right] = range(Math.min(from.x, to.x) - radius, Math.max(from.x, to.x) + radius, width);
  const [top, bottom] = range(Math.min(from.y, to.y) - radius, Math.max(from.y, to.y) + radius, height);
  for (let row = top; row < bottom; row++) {
    const y = row + 0.5 - from.y;
    for (let column = left; column < right; column++) {
      const x = column + 0.5 - from.x;
      const t = square === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / square));
      if ((x - t * dx) ** 2 + (y - t * dy) ** 2 <= radius * radius) raster[row * width + column] = value;
    }
  }
}

/**
 * The even-odd rule, row by row: between the first and second side that cross the row's middle, the third and fourth, …
 */
function paintPolygon({ raster, size }: Grid, points: readonly P[], value: number): void {
  const [height, width] = size;
  const ys = points.map(({ y }) => y);
  const [top, bottom] = range(Math.min(...ys), Math.max(...ys), height);
  for (let row = top; row < bottom; row++) {
    const crossings = crossingsAt(points, row + 0.5);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const first = Math.max(0, Math.ceil((crossings[i] as number) - 0.5));
      const end = Math.min(width, Math.ceil((crossings[i + 1] as number) - 0.5));
      if (end > first) raster.fill(value, row * width + first, row * width + end);
    }
  }
}

function crossingsAt(points: readonly P[], y: number): number[] {
  const crossings: number[] = [];
  let from = points.at(-1) as P;
  for (const to of points) {
    if (from.y > y !== to.y > y) crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
    from = to;
  }
  return crossings.sort((a, b) => a - b);
}

function paintEllipse(grid: Grid, { box }: Extract<MaskShape, { kind: 'ellipse' }>, value: number): void {
  const [rx, ry] = [box.width / 2, box.height / 2];
  if (!(rx > 0 && ry > 0)) return;
  paintWithin(grid, box, value, (x, y) => ((x - box.x) / rx - 1) ** 2 + ((y - box.y) / ry - 1) ** 2 <= 1);
}

function paintCells(grid: Grid, shape: Extract<MaskShape, { kind: 'cells' }>, value: number): void {
  const { box, width, height, cells } = shape;
  paintWithin(grid, box, value, (x, y) => {
    const column = Math.floor(((x - box.x) / box.width) * width);
    const row = Math.floor(((y - box.y) / box.height) * height);
    if (column < 0 || row < 0 || column >= width || row >= height) return false;
    return cells[row * width + column] !== 0;
  });
}

/** Tests every pixel's centre, back in face coordinates, within the pixels' bounds of a box. */
function paintWithin(
  { raster, size, toPixels }: Grid,
  box: Box<'face'>,
  value: number,
  isIn: (x: number, y: number) => boolean,
): void {
  const [height, width] = size;
  const corners = cornersOf(box).map((corner) => apply(toPixels, corner));
  const [left, right] = range(Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x)), width);
  const [top, bottom] = range(Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y)), height);
  // No objects in this loop: it is what a large ellipse takes its time for.
  const { a, b, c, d, e, f } = invert(toPixels);
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const x = column + 0.5;
      if (isIn(a * x + c * (row + 0.5) + e, b * x + d * (row + 0.5) + f)) raster[row * width + column] = value;
    }
  }
}

/** Whole pixels that touch an interval, within 0..most; one more on each side, for the last digits. */
function range(low: number, high: number, most: number): [number, number] {
  return [Math.max(0, Math.floor(low - 1e-6)), Math.min(most, Math.ceil(high + 1e-6))];
}
