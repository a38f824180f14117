import type { Picture } from '../ascent';
import { apply } from '../geometry/affine';
import type { Affine, Box, Space } from '../geometry/space';
import { type Raster, reducePicture } from './reducePicture';

/**
 * The picture seen through a transform: pixel (x, y) of the result is what lies around `toPicture` of its centre
 * (x + ½, y + ½). Where the result is smaller than what it shows, pixels are first averaged over whole boxes, then
 * sampled bilinearly at up to 2 × 2 points a pixel, so that nothing is skipped; where it is not, this is plain bilinear
 * interpolation, and the identity changes nothing.
 *
 * What lies outside the picture is opaque black: the networks were trained on pictures padded like that (dlib's and
 * face-api's do it), and a replicated edge would show pixels that the photo does not have.
 * @param size height and width of the result
 */
export function warp<From extends Space>(
  picture: Picture,
  toPicture: Affine<From, 'picture'>,
  size: readonly [number, number],
): Picture {
  const [height, width] = size;
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let i = 3; i < rgba.length; i += 4) rgba[i] = 255;
  const factors = factorsOf(toPicture);
  const area = footprint(picture, toPicture, size, factors);
  if (area !== null) sample(sourceOf(picture, area, toPicture, factors), size, rgba);
  return { width, height, rgba };
}

/** What is sampled: a raster, how the result's coordinates lead into it, and its true size, which boxes may exceed. */
interface Source {
  readonly raster: Raster;
  readonly transform: Affine<Space, Space>;
  readonly width: number;
  readonly height: number;
}

/** How many whole pixels of the picture one step of the result spans: [across, down], at least 1. */
function factorsOf<From extends Space>({ a, b, c, d }: Affine<From, 'picture'>): readonly [number, number] {
  const whole = (span: number) => Math.max(1, Math.floor(span + 1e-9));
  return [whole(Math.hypot(a, c)), whole(Math.hypot(b, d))];
}

/** Pixels of the picture that the result can depend on, neighbouring boxes included; null if there are none. */
function footprint<From extends Space>(
  picture: Picture,
  toPicture: Affine<From, 'picture'>,
  [height, width]: readonly [number, number],
  [across, down]: readonly [number, number],
): Box<'picture'> | null {
  const corners = [0, width].flatMap((x) => [0, height].map((y) => apply(toPicture, { x, y })));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const x = Math.max(0, Math.floor(Math.min(...xs)) - across);
  const y = Math.max(0, Math.floor(Math.min(...ys)) - down);
  const right = Math.min(picture.width, Math.ceil(Math.max(...xs)) + across);
  const bottom = Math.min(picture.height, Math.ceil(Math.max(...ys)) + down);
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}

/** The picture itself, or the means over boxes of its pixels. */
function sourceOf<From extends Space>(
  picture: Picture,
  area: Box<'picture'>,
  t: Affine<From, 'picture'>,
  [across, down]: readonly [number, number],
): Source {
  if (across === 1 && down === 1) {
    return { raster: picture, transform: t, width: picture.width, height: picture.height };
  }
  const transform = {
    a: t.a / across,
    b: t.b / down,
    c: t.c / across,
    d: t.d / down,
    e: (t.e - area.x) / across,
    f: (t.f - area.y) / down,
  };
  const raster = reducePicture(picture, area, [across, down]);
  return { raster, transform, width: area.width / across, height: area.height / down };
}

/** Each pixel is the mean of 1 or 2 samples an axis, evenly spread over it. */
function sample(source: Source, [height, width]: readonly [number, number], rgba: Uint8ClampedArray): void {
  const { a, b, c, d, e, f } = source.transform;
  const columns = Math.hypot(a, b) > 1 + 1e-9 ? 2 : 1;
  const rows = Math.hypot(c, d) > 1 + 1e-9 ? 2 : 1;
  const weight = 1 / (rows * columns);
  const sums = new Float32Array(width * 3);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let row = 0; row < rows; row++) {
      const v = y + (row + 0.5) / rows;
      for (let column = 0; column < columns; column++) {
        const u = (column + 0.5) / columns;
        addRow(source, { x: a * u + c * v + e, y: b * u + d * v + f, dx: a, dy: b }, weight, sums);
      }
    }
    for (let x = 0, to = y * width * 4, from = 0; x < width; x++, to += 4, from += 3) {
      rgba[to] = sums[from] as number;
      rgba[to + 1] = sums[from + 1] as number;
      rgba[to + 2] = sums[from + 2] as number;
    }
  }
}

/** Where a row of samples begins, and the step from one to the next. */
interface Walk {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * Adds bilinear values along a row, times `weight`, to `sums` (RGB). The outermost half pixel has its pixel's own
 * colour, beyond it there is nothing.
 */
function addRow({ raster, width, height }: Source, walk: Walk, weight: number, sums: Float32Array): void {
  const { rgba } = raster;
  const [lastColumn, lastRow, stride] = [raster.width - 1, raster.height - 1, raster.width * 4];
  for (let i = 0, to = 0; to < sums.length; i++, to += 3) {
    const x = walk.x + i * walk.dx;
    const y = walk.y + i * walk.dy;
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const left = Math.floor(x - 0.5);
    const top = Math.floor(y - 0.5);
    const fx = x - 0.5 - left;
    const fy = (y - 0.5 - top) * weight;
    const upper = (top < 0 ? 0 : top) * stride;
    const lower = (top < lastRow ? top + 1 : lastRow) * stride;
    const x0 = (left < 0 ? 0 : left) * 4;
    const x1 = (left < lastColumn ? left + 1 : lastColumn) * 4;
    const [w00, w01, w10, w11] = [(weight - fy) * (1 - fx), (weight - fy) * fx, fy * (1 - fx), fy * fx];
    for (let c = 0; c < 3; c++) {
      sums[to + c] =
        (sums[to + c] as number) +
        (rgba[upper + x0 + c] as number) * w00 +
        (rgba[upper + x1 + c] as number) * w01 +
        (rgba[lower + x0 + c] as number) * w10 +
        (rgba[lower + x1 + c] as number) * w11;
    }
  }
}
