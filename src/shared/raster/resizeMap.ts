export interface MapValues {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/**
 * `centres`: the centre of a cell stays the centre of what it becomes, edges repeat (OpenCV's INTER_LINEAR, half-pixel
 * centres): what stands over a pixel of the input is the map's value at the same place; `corners`: the centres of the
 * corner cells stay in the corners (PyTorch's UpsamplingBilinear2d).
 */
export type Alignment = 'centres' | 'corners';

/** The map's values at another size by bilinear interpolation, row by row. */
export function resizeMap(
  map: MapValues,
  width: number,
  height: number,
  alignment: Alignment,
): Float32Array<ArrayBuffer> {
  const columns = taps(map.width, width, alignment);
  const rows = taps(map.height, height, alignment);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = rows[y] as Tap;
    for (let x = 0; x < width; x++) {
      const column = columns[x] as Tap;
      const top = mix(map.values, row.from * map.width, column);
      const bottom = mix(map.values, row.to * map.width, column);
      values[y * width + x] = top + (bottom - top) * row.share;
    }
  }
  return values;
}

/** The two cells that each new one lies between. */
interface Tap {
  readonly from: number;
  readonly to: number;
  /** Of `to`. */
  readonly share: number;
}

function taps(from: number, to: number, alignment: Alignment): Tap[] {
  return Array.from({ length: to }, (_, i) => {
    const place = alignment === 'centres' ? ((i + 0.5) * from) / to - 0.5 : (i * (from - 1)) / Math.max(1, to - 1);
    const position = Math.min(from - 1, Math.max(0, place));
    const first = Math.floor(position);
    return { from: first, to: Math.min(from - 1, first + 1), share: position - first };
  });
}

function mix(values: Float32Array, offset: number, { from, to, share }: Tap): number {
  const left = values[offset + from] as number;
  const right = values[offset + to] as number;
  return left + (right - left) * share;
}
