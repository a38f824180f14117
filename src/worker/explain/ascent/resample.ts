import { gather, mul, reshape, sum, type Tensor, tensor, tidy } from '../../kernels/tensor';

/**
 * A linear map of pictures [1, size, size, 3] that moves pixels: out[i] = Σ_k weights[i, k] × in[indices[i, k]], the
 * same in every channel. Its transpose has the same form, so the gradient is exact.
 */
export interface PixelMap {
  readonly taps: number;
  /** [size², taps]. */
  readonly indices: Int32Array;
  /** [size², taps]; null when every weight is 1 (a permutation). */
  readonly weights: Float32Array | null;
}

/** Applies a pixel map. */
export function applyPixelMap(picture: Tensor, map: PixelMap): Tensor {
  return tidy(() => {
    const pixels = map.indices.length / map.taps;
    const channels = picture.shape.at(-1) ?? 1;
    const indices = tensor(map.indices, [map.indices.length], 'int32');
    const gathered = gather(reshape(picture, [pixels, channels]), indices as never);
    if (map.weights === null) return reshape(gathered, picture.shape);
    const weighted = mul(reshape(gathered, [pixels, map.taps, channels]), tensor(map.weights, [pixels, map.taps, 1]));
    return reshape(sum(weighted, 1), picture.shape);
  });
}

/** The transposed map: what `applyPixelMap` does to a gradient on its way back. */
export function transposePixelMap({ taps, indices, weights }: PixelMap): PixelMap {
  const pixels = indices.length / taps;
  const counts = new Int32Array(pixels);
  for (const index of indices) counts[index] = (counts[index] ?? 0) + 1;
  const width = Math.max(
    1,
    counts.reduce((largest, count) => Math.max(largest, count), 0),
  );
  const turned = { indices: new Int32Array(pixels * width), weights: new Float32Array(pixels * width) };
  const filled = new Int32Array(pixels);
  indices.forEach((source, position) => {
    const slot = source * width + (filled[source] ?? 0);
    filled[source] = (filled[source] ?? 0) + 1;
    turned.indices[slot] = Math.floor(position / taps);
    turned.weights[slot] = weights?.[position] ?? 1;
  });
  const permutation = weights === null && width === 1;
  return { taps: width, indices: turned.indices, weights: permutation ? null : turned.weights };
}

/** Brings a coordinate back into 0 … size − 1 as if the picture went on as its own copies. */
const wrap = (value: number, size: number) => ((value % size) + size) % size;

/** Shift by whole pixels; what leaves on one side comes in on the other. */
export function shiftMap(size: number, dy: number, dx: number): PixelMap {
  const indices = new Int32Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) indices[y * size + x] = wrap(y + dy, size) * size + wrap(x + dx, size);
  }
  return { taps: 1, indices, weights: null };
}

/** Mirrors a coordinate at the edges: … 2 1 0 1 2 … n−2 n−1 n−2 … */
function reflect(value: number, size: number): number {
  if (size === 1) return 0;
  const period = 2 * (size - 1);
  const folded = wrap(value, period);
  return folded < size ? folded : period - folded;
}

/** Rotation by `angle` radians and scaling about the middle, then a shift; bilinear, mirrored at the edges. */
export function similarityMap(size: number, angle: number, factor: number, dy: number, dx: number): PixelMap {
  const indices = new Int32Array(size * size * 4);
  const weights = new Float32Array(size * size * 4);
  const middle = (size - 1) / 2;
  const [cosine, sine] = [Math.cos(angle) / factor, Math.sin(angle) / factor];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sourceY = middle + sine * (x - middle) + cosine * (y - middle) + dy;
      const sourceX = middle + cosine * (x - middle) - sine * (y - middle) + dx;
      const [top, left] = [Math.floor(sourceY), Math.floor(sourceX)];
      const [fy, fx] = [sourceY - top, sourceX - left];
      for (let tap = 0; tap < 4; tap++) {
        const [row, column] = [tap >> 1, tap & 1];
        const slot = (y * size + x) * 4 + tap;
        indices[slot] = reflect(top + row, size) * size + reflect(left + column, size);
        weights[slot] = (row ? fy : 1 - fy) * (column ? fx : 1 - fx);
      }
    }
  }
  return { taps: 4, indices, weights };
}
